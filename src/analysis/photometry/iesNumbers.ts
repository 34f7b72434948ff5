import { type Limits, numberOf, PhotometryRefusal, within } from './numberReader.ts';

/** The numbers of an LM-63 file in order, wherever its lines are wrapped. */
export interface IesNumbers {
  /** Line of the number last read. */
  line(): number;
  next(field: string): number;
  /** A whole number from 1 to `max`. */
  nextCount(field: string, max: number): number;
  /** Refuses now, before allocation, if fewer than `count` numbers are left. */
  expect(count: number, field: string): void;
  /** How many are not yet read. */
  left(): number;
  take(count: number, field: string, limits: Limits): Float64Array;
}

/** What a comma between two digits is. */
export type Comma = 'separator' | 'decimal';

/**
 * LM-63 lets a comma separate numbers; some European tools write it as the decimal sign. It can be the decimal sign
 * only where no number has a point and every comma stands alone between digits.
 */
export function commaMayBeDecimal(lines: readonly string[]): boolean {
  const words = lines.join(' ').split(/\s+/);
  return (
    words.some((word) => word.includes(',')) &&
    words.every((word) => !word.includes('.') && (!word.includes(',') || /^[+-]?\d+,\d+$/.test(word)))
  );
}

interface Words {
  readonly texts: readonly string[];
  readonly lines: readonly number[];
}

function wordsOf(lines: readonly string[], first: number, comma: Comma): Words {
  const body = lines.slice(first);
  const separator = comma === 'decimal' ? /\s+/ : /[\s,]+/;
  const texts: string[] = [];
  const numbered: number[] = [];
  body.forEach((line, index) => {
    for (const text of line.split(separator)) {
      if (text === '') continue;
      texts.push(text);
      numbered.push(first + index + 1);
    }
  });
  return { texts, lines: numbered };
}

/** Reads the numbers of `lines` from index `first` on. */
export function iesNumbersOf(lines: readonly string[], first: number, comma: Comma): IesNumbers {
  const words = wordsOf(lines, first, comma);
  let position = 0;
  const line = (): number => words.lines[Math.max(0, position - 1)] ?? lines.length;
  const expect = (count: number, field: string): void => {
    const left = words.texts.length - position;
    if (left < count)
      throw new PhotometryRefusal(lines.length, 'truncated', { field, expected: count, found: left });
  };
  const next = (field: string): number => {
    expect(1, field);
    position += 1;
    return numberOf(words.texts[position - 1] as string, line(), field);
  };
  const nextWithin = (field: string, limits: Limits): number => {
    const value = next(field);
    return within(value, limits, { line: line(), field });
  };
  return {
    line,
    next,
    nextCount: (field, max) => nextWithin(field, { min: 1, max, integer: true }),
    expect,
    left: () => words.texts.length - position,
    take: (count, field, limits) => {
      expect(count, field);
      const values = new Float64Array(count);
      for (let i = 0; i < count; i += 1) values[i] = nextWithin(field, limits);
      return values;
    },
  };
}
