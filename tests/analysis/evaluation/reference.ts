import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The evaluation reference set; where each value comes from stands in SOURCE.md beside it. */
export const reference = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../fixtures/evaluation/evaluation-reference.json'), 'utf8'),
);
