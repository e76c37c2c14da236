// The table that notifications are imported from, as csv-parse reads it: a row by the names of its columns.
import { parse } from 'csv-parse/sync';
import { answer } from './answer.mjs';

await answer((text) => parse(text, { bom: true, columns: true, record_delimiter: '\r\n' }));
