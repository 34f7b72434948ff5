import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as vasteras from '../../geodata/vasteras.ts';
import type { City, Grant, Measure } from '../../src/domain/city.ts';
import { grantParts, knownSek, MONEY_ORDERS, moneyBranches } from '../../src/resident/money/parts.ts';

const city: City = vasteras.city;
const [someGrant] = city.grants;
const [someMeasure] = city.measures;
if (!someGrant || !someMeasure) throw new Error('the city has no money');

/** A city of one grant whose measures have the given shares; null is an unknown one. */
function cityOf(amountSek: number, shares: readonly (number | null)[]): { city: City; grant: Grant } {
  const grant: Grant = { ...(someGrant as Grant), amountSek };
  const measures = shares.map(
    (share, index): Measure => ({
      ...(someMeasure as Measure),
      id: `m${index}`,
      grantId: grant.id,
      share: share === null ? { kind: 'included' } : { kind: 'known', amountSek: share, sourceId: 's' },
    }),
  );
  return { city: { ...city, grants: [grant], measures }, grant };
}

describe.each(MONEY_ORDERS)('the money by %s', (order) => {
  it('adds up at every level', () => {
    const branches = moneyBranches(city, order);
    const sum = (amounts: readonly number[]): number => amounts.reduce((a, b) => a + b, 0);
    expect(sum(branches.map(({ amountSek }) => amountSek))).toBe(city.totalSek);
    for (const { amountSek, grants } of branches) {
      expect(sum(grants.map(({ grant }) => grant.amountSek))).toBe(amountSek);
      for (const { grant, parts } of grants)
        expect(sum(parts.map((part) => part.amountSek))).toBe(grant.amountSek);
    }
  });
  it('shows every measure once', () => {
    const shown = moneyBranches(city, order).flatMap(({ grants }) =>
      grants.flatMap(({ parts }) =>
        parts.flatMap((part) => (part.kind === 'known' ? [part.measure] : part.measures)),
      ),
    );
    expect(shown.map(({ id }) => id).sort()).toEqual(city.measures.map(({ id }) => id).sort());
  });
  it('takes only one board when asked', () => {
    const [board] = city.boards;
    const grants = moneyBranches(city, order, board?.id ?? '').flatMap((branch) => branch.grants);
    expect(grants.length).toBeGreaterThan(0);
    expect(new Set(grants.map(({ grant }) => grant.namndId))).toEqual(new Set([board?.id]));
  });
});

describe('a grant', () => {
  it('never gives a measure an amount that no source states', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 1e7 }),
        fc.array(fc.option(fc.integer({ min: 0, max: 1e7 })), { maxLength: 6 }),
        (amountSek, shares) => {
          const { city: small, grant } = cityOf(amountSek, shares);
          const parts = grantParts(small, grant);
          const stated = shares.filter((share) => share !== null);
          expect(parts.flatMap((part) => (part.kind === 'known' ? [part.amountSek] : []))).toEqual(stated);
          const rest = parts.filter((part) => part.kind === 'undivided');
          expect(rest.length).toBeLessThanOrEqual(1);
          expect(rest.flatMap((part) => part.measures)).toHaveLength(shares.length - stated.length);
          expect(rest[0]?.amountSek ?? 0).toBe(Math.max(0, amountSek - stated.reduce((a, b) => a + b, 0)));
        },
      ),
    );
  });
  it('says how much of the whole is divided in public', () => {
    const { city: small } = cityOf(1000, [300, null]);
    expect(knownSek(moneyBranches(small, 'programme'))).toBe(300);
  });
});
