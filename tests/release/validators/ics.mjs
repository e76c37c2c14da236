// iCalendar as ical.js, the parser of Thunderbird, understands it. It takes an event without what RFC 5545 demands of one, so that is asked for here.
import ICAL from 'ical.js';
import { answer, Fault } from './answer.mjs';

ICAL.design.strict = true;

// ical.js reads a 45th of March as a day of April; what it read and what stands there are then not the same.
function judgeTimes(component) {
  for (const name of ['dtstamp', 'dtstart', 'dtend', 'last-modified']) {
    const property = component.getFirstProperty(name);
    if (property && !property.toICALString().endsWith(`:${property.getFirstValue().toICALString()}`)) {
      throw new Fault(`no such time: ${property.toICALString()}`);
    }
  }
}

const told = (component) => {
  judgeTimes(component);
  const event = new ICAL.Event(component);
  const value = (name) => component.getFirstPropertyValue(name)?.toString();
  return {
    uid: event.uid,
    summary: event.summary,
    description: event.description,
    start: event.startDate.toString(),
    end: event.endDate.toString(),
    isDay: event.startDate.isDate,
    zone: event.startDate.zone.tzid,
    sequence: event.sequence,
    isRecurring: event.isRecurring(),
    stamp: value('dtstamp'),
    modified: value('last-modified'),
    status: value('status'),
    class: value('class'),
    transparency: value('transp'),
    properties: component.getAllProperties().map((property) => property.name),
  };
};

await answer((text) => {
  const calendar = new ICAL.Component(ICAL.parse(text));
  if (calendar.getFirstPropertyValue('version') !== '2.0' || !calendar.getFirstPropertyValue('prodid')) {
    throw new Fault('VERSION and PRODID are demanded of a calendar');
  }

  const events = calendar.getAllSubcomponents('vevent');
  for (const name of ['uid', 'dtstamp', 'dtstart']) {
    if (events.some((event) => event.getAllProperties(name).length !== 1)) {
      throw new Fault(`${name} is demanded once of every event`);
    }
  }

  return events.map(told);
});
