import { closeSync, openSync, writeSync } from 'node:fs';
import { encodePbf, type PlainOsm } from '../streets/encodePbf.ts';

/**
 * Writes a PBF of many towns side by side, town after town, so that a file of any size is made in one town's memory:
 * first the nodes of all towns, then their ways, as in life.
 */
export function writeLargePbf(path: string, towns: number, townOf: (number: number) => PlainOsm): void {
  const file = openSync(path, 'w');
  const real = { withHistory: true };
  const none: PlainOsm = { nodes: [], ways: [], relations: [] };
  // Each piece is a whole file of its own; only the first keeps its header.
  const header = encodePbf(none).length;
  writeSync(file, encodePbf(none));
  for (let number = 0; number < towns; number++)
    writeSync(file, encodePbf({ ...none, nodes: townOf(number).nodes }, real).subarray(header));
  for (let number = 0; number < towns; number++)
    writeSync(file, encodePbf({ ...none, ways: townOf(number).ways }, real).subarray(header));
  closeSync(file);
}
