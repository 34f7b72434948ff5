import { describe, expect, it } from 'vitest';
import { noteAt, type WalkNote } from '../../src/state/walkNotes.ts';

const note = (row: number, at?: readonly [number, number]): WalkNote => ({
  ...{ row, text: `${row}`, category: undefined, minute: undefined, at },
});

describe('the note under a finger', () => {
  // 0.001° of longitude at 59.6° N is 56 m, of latitude 111 m.
  const notes = [note(0), note(1, [16.5, 59.6]), note(2, [16.501, 59.6])];
  it('is the nearest within reach', () => {
    expect(noteAt(notes, [16.5004, 59.6], 60)?.row).toBe(1);
    expect(noteAt(notes, [16.5006, 59.6], 60)?.row).toBe(2);
  });
  it('is none beyond it, whichever way', () => {
    expect(noteAt(notes, [16.499, 59.6], 50)).toBeUndefined();
    expect(noteAt(notes, [16.499, 59.6], 60)?.row).toBe(1);
    expect(noteAt(notes, [16.5, 59.601], 100)).toBeUndefined();
  });
});
