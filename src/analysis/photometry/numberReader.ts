import type { PhotometryProblem, PhotometryProblemCode } from './photometry.ts';

/** No measured luminaire needs more; beyond it the file is broken or hostile. */
export const MAX_FILE_CHARACTERS = 8_000_000;

/** Stops a parse from anywhere inside it; never leaves this room (see `caught`). */
export class PhotometryRefusal extends Error {
  readonly problem: PhotometryProblem;
  constructor(line: number, code: PhotometryProblemCode, values: PhotometryProblem['values'] = {}) {
    super(`line ${line}: ${code} ${JSON.stringify(values)}`);
    this.problem = { line, code, values };
  }
}

/** Runs a parse and turns a refusal into a value. Any other error is a bug and passes through. */
export function caught<T>(parse: () => T): T | { kind: 'problem'; problem: PhotometryProblem } {
  try {
    return parse();
  } catch (error) {
    if (error instanceof PhotometryRefusal) return { kind: 'problem', problem: error.problem };
    throw error;
  }
}

/** Splits into lines after refusing what cannot be a photometric file at all. */
export function linesOf(text: string): string[] {
  if (text.trim() === '') throw new PhotometryRefusal(1, 'empty-file');
  if (text.length > MAX_FILE_CHARACTERS)
    throw new PhotometryRefusal(1, 'file-too-large', {
      characters: text.length,
      limit: MAX_FILE_CHARACTERS,
    });
  return text.replace(/^\uFEFF/, '').split(/\r\n|\r|\n/);
}

const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d{1,3})?$/;

/** A decimal number with point or comma. Words, NaN and Infinity are refused with the line they stand on. */
export function numberOf(text: string, line: number, field: string): number {
  const plain = text.trim().replace(',', '.');
  const value = NUMBER.test(plain) ? Number(plain) : Number.NaN;
  if (!Number.isFinite(value))
    throw new PhotometryRefusal(line, 'not-a-number', { field, found: text.trim().slice(0, 40) });
  return value;
}

export interface Limits {
  readonly min: number;
  readonly max: number;
  readonly integer?: boolean;
}

/** The value itself, or a refusal that says what was allowed. */
export function within(value: number, limits: Limits, at: { line: number; field: string }): number {
  const wrong = limits.integer === true && !Number.isInteger(value);
  if (wrong || value < limits.min || value > limits.max)
    throw new PhotometryRefusal(at.line, 'out-of-range', {
      field: at.field,
      found: value,
      min: limits.min,
      max: limits.max,
    });
  return value;
}

/** Refuses angles that do not strictly rise. */
export function ascending(angles: readonly number[], at: { line: number; field: string }): void {
  for (let i = 1; i < angles.length; i += 1) {
    const before = angles[i - 1] as number;
    const found = angles[i] as number;
    if (found <= before)
      throw new PhotometryRefusal(at.line, 'angles-not-ascending', { field: at.field, before, found });
  }
}
