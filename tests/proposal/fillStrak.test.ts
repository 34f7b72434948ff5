import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fillStrak, polePlaces, type Row, rowChainages } from '../../src/proposal/edits/fillStrak.ts';
import { aProposal, aStrak, at, counter, metresOf, plane } from './aPlan.ts';

const row = (more: Partial<Row> = {}): Row => ({
  strak: aStrak('s1', [
    [0, 0],
    [100, 0],
  ]),
  plane,
  spacingMetres: 25,
  offsetMetres: 2,
  arrangement: 'single',
  side: 'left',
  ...more,
});
const places = (more: Partial<Row> = {}) => polePlaces(row(more)).map(({ at: place }) => metresOf(place));
const rounded = (list: [number, number][]) =>
  list.map(([east, north]) => [Math.round(east), Math.round(north)]);

describe('fillStrak', () => {
  it('sets poles exactly the spacing apart, both ends included when it goes up', () => {
    expect(rounded(places())).toEqual([
      [0, 2],
      [25, 2],
      [50, 2],
      [75, 2],
      [100, 2],
    ]);
  });
  it('centres the row when it does not go up', () => {
    expect(rounded(places({ spacingMetres: 30 }))).toEqual([
      [5, 2],
      [35, 2],
      [65, 2],
      [95, 2],
    ]);
  });
  it('alternates sides in zig-zag and doubles when opposite', () => {
    expect(rounded(places({ arrangement: 'zig-zag', side: 'right' })).map(([, north]) => north)).toEqual([
      -2, 2, -2, 2, -2,
    ]);
    expect(places({ arrangement: 'opposite' })).toHaveLength(10);
  });
  it('skips the clearance of a junction and moves no other pole', () => {
    const kept = places({ junctions: [at(52, 3), at(25, 40)], junctionClearanceMetres: 5 });
    expect(rounded(kept).map(([east]) => east)).toEqual([0, 25, 75, 100]);
  });
  it('turns the luminaire towards the path, in true degrees', () => {
    // North of an eastward path: it faces south. Grid and true north differ by under 0.05° here (2 km from the meridian).
    const [first] = polePlaces(row());
    expect(first?.rotationDegrees).toBeGreaterThan(180);
    expect(first?.rotationDegrees).toBeCloseTo(180.03, 1);
  });
  it('follows a bend', () => {
    const bent = places({
      strak: aStrak('s1', [
        [0, 0],
        [50, 0],
        [50, 50],
      ]),
      side: 'right',
      spacingMetres: 20,
    });
    expect(rounded(bent)).toEqual([
      [0, -2],
      [20, -2],
      [40, -2],
      [52, 10],
      [52, 30],
      [52, 50],
    ]);
  });
  it('keeps spacing for any length', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.5, max: 3000, noNaN: true }),
        fc.double({ min: 5, max: 60, noNaN: true }),
        (length, spacing) => {
          const along = rowChainages(length, spacing);
          expect(along[0]).toBeGreaterThanOrEqual(0);
          expect(along.at(-1)! - along[0]!).toBeCloseTo((along.length - 1) * spacing, 6);
          expect(along[0]! + along.at(-1)!).toBeCloseTo(length, 5);
          expect(length - (along.length - 1) * spacing).toBeLessThan(spacing);
        },
      ),
    );
  });
  it('adds lights that belong to the stråk', () => {
    const pattern = {
      name: { sv: 'L', en: 'L', fi: 'L' },
      measureIds: ['m'],
      namndId: 'n1',
      heightMetres: 5,
      powerWatts: 20,
    };
    const proposal = fillStrak(aProposal(), row(), { pattern, newId: counter('l') });
    expect(Object.keys(proposal.added)).toEqual(['l-1', 'l-2', 'l-3', 'l-4', 'l-5']);
    expect(proposal.added['l-3']?.properties).toMatchObject({
      kind: 'light',
      strakId: 's1',
      status: 'foreslagen',
      heightMetres: 5,
    });
  });
  it('refuses a spacing of nothing', () => {
    expect(() => rowChainages(100, 0)).toThrow(RangeError);
    expect(() => rowChainages(100, Number.NaN)).toThrow(RangeError);
  });
});
