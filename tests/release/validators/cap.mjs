// CAP 1.2: libxml2 against the schema of the tests, then cap-ts, whose codes are numbers that it has words for. Of a feed every alert by itself.
import { CAP_1_2 } from '@dec112/cap-ts';
import { answer, Fault } from './answer.mjs';
import { check, parse, write } from './xml.mjs';

const Cap = 'urn:oasis:names:tc:emergency:cap:1.2';
const info = 'Alert_info_list_info';

const word = (list, code) => CAP_1_2[`_to_string_${list}`](code);
const pairs = (list) => Object.fromEntries(list.map(({ valueName, value }) => [valueName, value]));

const told = (one) => ({
  ...one,
  category_list: one.category_list.map((code) => word(`${info}_category_list_category`, code)),
  responseType_list: one.responseType_list.map((code) => word(`${info}_responseType_list_responseType`, code)),
  urgency: word(`${info}_urgency`, one.urgency),
  severity: word(`${info}_severity`, one.severity),
  certainty: word(`${info}_certainty`, one.certainty),
  parameters: pairs(one.parameter_list),
  area_list: one.area_list.map((area) => ({ ...area, geocodes: pairs(area.geocode_list) })),
});

await answer(async (text) => {
  await check(null, text);
  const alerts = Array.from(parse(text).getElementsByTagNameNS(Cap, 'alert'), write);
  if (alerts.length === 0) {
    throw new Fault('no alert');
  }

  await check('cap-1.2.xsd', ...alerts);
  const read = await Promise.all(alerts.map((alert) => CAP_1_2.Alert.fromXML(alert)));
  return read.map((alert) => ({
    ...alert,
    status: word('Alert_status', alert.status),
    msgType: word('Alert_msgType', alert.msgType),
    scope: word('Alert_scope', alert.scope),
    info_list: alert.info_list.map(told),
  }));
});
