import { effect, signal, type Signal } from '@preact/signals';
import { sessionNumber } from '../api/sessionNumber.ts';
import { deviceVault, type Vault } from './vault.ts';

const drafts = new Map<string, Signal<unknown>>();
const watches = new Map<string, () => void>();
const longest = 12 * 3_600_000;
const patience = 2000;

interface Kept {
  readonly at: number;
  readonly value: unknown;
}

/** What outlives a reload, and whose it is: nobody finds the words of somebody else. */
interface Shelf {
  readonly person: string;
  readonly places: Readonly<Record<string, Kept>>;
}

let shelf: Shelf = { person: '', places: {} };
let vault: Vault | undefined;
let waits = false;
let writing = Promise.resolve();

/** Words under way, by place, so that going elsewhere and coming back loses nothing. In memory only, gone with the session. */
export function draft<T>(place: string, initial: T): Signal<T> {
  const kept = drafts.get(place);
  if (kept !== undefined) return kept as Signal<T>;
  const fresh = signal(initial);
  drafts.set(place, fresh);
  return fresh;
}

/** Finds what this person was writing before the page was loaded anew. Asked before anything is shown. */
export async function openDrafts(person: string, kept: Vault | undefined = deviceVault()): Promise<void> {
  if (shelf.person === person) return;
  if (shelf.person !== '') forgetDrafts(); // somebody was here and never signed out of this page
  const asked = sessionNumber();
  vault = kept;
  const found = shelfIn(await Promise.race([kept?.read().catch(() => undefined), tooLong()]));
  if (asked !== sessionNumber()) return; // signed out meanwhile: whose words these are is not here any more
  if (found !== undefined && found.person !== person) kept?.empty();
  const fresh = found?.person === person ? Object.entries(found.places).filter(([, { at }]) => isFresh(at)) : [];
  shelf = { person, places: Object.fromEntries(fresh) };
}

/**
 * Words that also outlive a reload, which a phone does by itself when its memory runs short: for what is long to write and must not be lost. They stand sealed
 * in this tab until they are sent, dropped or half a day old, the tab is closed, or the session ends.
 */
export function lastingDraft<T>(place: string, initial: T): Signal<T> {
  if (drafts.has(place)) return draft(place, initial);
  const found = shelf.places[place];
  const words = draft(place, found !== undefined && isLike(found.value, initial) ? (found.value as T) : initial);
  watches.set(
    place,
    effect(() => {
      const value = words.value;
      if (value === shelf.places[place]?.value) return;
      if (value === initial) takeOff(place);
      else keep({ ...shelf.places, [place]: { at: Date.now(), value } });
    }),
  );
  return words;
}

/** What follows this beginning in the names of places at which there are words. */
export function placesFrom(beginning: string): readonly string[] {
  const all = new Set([...drafts.keys(), ...Object.keys(shelf.places)]);
  return [...all].filter((place) => place.startsWith(beginning)).map((place) => place.slice(beginning.length));
}

export function dropDraft(place: string): void {
  drafts.delete(place);
  watches.get(place)?.();
  watches.delete(place);
  takeOff(place);
}

function takeOff(place: string): void {
  if (!(place in shelf.places)) return;
  const { [place]: _, ...others } = shelf.places;
  keep(others);
}

export function forgetDrafts(): void {
  drafts.clear();
  watches.forEach((stop) => {
    stop();
  });
  watches.clear();
  shelf = { person: '', places: {} };
  (vault ?? deviceVault())?.empty(); // also what an earlier session left in this tab
  vault = undefined;
}

function keep(places: Shelf['places']): void {
  if (shelf.person === '') return;
  shelf = { ...shelf, places };
  if (waits) return;
  waits = true;
  writing = writing.then(write);
}

/** One after the other, each what stands on the shelf when it begins: the last words are written last. */
async function write(): Promise<void> {
  waits = false;
  await vault?.write(JSON.stringify(shelf)).catch(() => undefined); // full or switched off: in memory, as all other words
}

/** Nobody waits at the door for a browser that does not give its storage. */
function tooLong(): Promise<undefined> {
  return new Promise((resolve) => setTimeout(resolve, patience, undefined));
}

function isFresh(at: number): boolean {
  return Date.now() - at < longest;
}

function shelfIn(words: string | undefined): Shelf | undefined {
  try {
    return words === undefined ? undefined : (JSON.parse(words) as Shelf);
  } catch {
    return undefined;
  }
}

/** Words of an older page, with other parts, are not understood by this one. */
function isLike(value: unknown, initial: unknown): boolean {
  if (typeof initial !== 'object' || initial === null) return typeof value === typeof initial;
  if (typeof value !== 'object' || value === null || Array.isArray(value) !== Array.isArray(initial)) return false;
  const parts = value as Readonly<Record<string, unknown>>;
  return Object.entries(initial).every(([name, part]) => name in parts && typeof parts[name] === typeof part);
}
