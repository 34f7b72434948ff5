import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The hotspot reference set; where each value comes from stands in SOURCE.md beside it. */
export const reference = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../fixtures/hotspot/hotspot-reference.json'), 'utf8'),
);
