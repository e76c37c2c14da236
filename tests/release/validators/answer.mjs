// What every validator does: an export on standard input, one verdict on standard output, exit code 1 when the export has a fault.
import { text } from 'node:stream/consumers';

/** A fault of the export; anything else that is thrown is a fault too, of the export or of the parser that read it. */
export class Fault extends Error {}

export async function answer(read) {
  let verdict;
  try {
    verdict = { understood: await read(await text(process.stdin)), faults: [] };
  } catch (thrown) {
    verdict = { understood: null, faults: thrown.issues?.map((issue) => issue.message) ?? [thrown.message] };
  }

  process.exitCode = verdict.faults.length === 0 ? 0 : 1;
  process.stdout.write(JSON.stringify(verdict));
}
