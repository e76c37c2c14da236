// XML as others read it: libxml2 for the schemas of the tests, xmldom for the tree.
import { readFileSync } from 'node:fs';
import { DOMParser, onErrorStopParsing, XMLSerializer } from '@xmldom/xmldom';
import { validateXML } from 'xmllint-wasm';
import { Fault } from './answer.mjs';

const rules = new URL('../ContactGroup.Release.Tests/Exports/Rules/', import.meta.url);

// It mends silently what is not quite XML: whoever parses a file checks it first.
export function parse(text) {
  return new DOMParser({ onError: onErrorStopParsing }).parseFromString(text, 'text/xml');
}

export const write = (node) => new XMLSerializer().serializeToString(node);

/** Demands that each document is XML, and by the rules of a schema when one is named. */
export async function check(schema, ...documents) {
  const { valid, errors } = await validateXML({
    xml: documents.map((contents, at) => ({ fileName: `${at}.xml`, contents })),
    schema: schema ? [readFileSync(new URL(schema, rules), 'utf8')] : [],
  });
  if (!valid) {
    throw new Fault(errors.map((error) => error.message).join('\n'));
  }
}
