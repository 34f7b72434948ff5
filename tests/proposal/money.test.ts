import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ASSUMED_PRICE_LIST } from '../../src/domain/priceList.ts';
import { comparePlans } from '../../src/proposal/compare.ts';
import {
  darkHoursOfDay,
  darkHoursOfYear,
  declinationDegrees,
  SUNSET_ALTITUDE_DEGREES,
} from '../../src/proposal/darkHours.ts';
import { addFeatures } from '../../src/proposal/edits/addFeatures.ts';
import { changePrice, changePriceTerms } from '../../src/proposal/edits/changePrice.ts';
import { changeProperties } from '../../src/proposal/edits/changeProperties.ts';
import { moveFeatures } from '../../src/proposal/edits/moveFeatures.ts';
import { removeFeatures } from '../../src/proposal/edits/removeFeatures.ts';
import { dividedInOre, type Money, moneyOf } from '../../src/proposal/money.ts';
import { aLight, aPlan, aProposal, aStrak, plane } from './aPlan.ts';

const LATITUDE = 59.6;
const pole = {
  id: 'stolpe',
  name: 'Stolpe',
  unit: 'piece',
  investmentSek: 40_000,
  yearlySek: 400,
  basis: 'bekraftad',
} as const;
const path = {
  id: 'gang',
  name: 'Gångväg',
  unit: 'metre',
  investmentSek: 1_000,
  yearlySek: 10,
  basis: 'antagande',
} as const;
const priced = () =>
  changePriceTerms(changePrice(changePrice(aProposal(), pole), path), { energySekPerKwh: 2 });
const money = (plan: ReturnType<typeof aPlan>): Money => moneyOf({ ...plan, latitudeDegrees: LATITUDE });

describe('dark hours', () => {
  // Solstice and equinox declinations of any almanac: ±23.44° and 0°.
  it('knows the seasons', () => {
    expect(declinationDegrees(172)).toBeCloseTo(23.44, 1);
    expect(declinationDegrees(355)).toBeCloseTo(-23.44, 1);
    expect(Math.abs(declinationDegrees(80))).toBeLessThan(0.5);
  });
  // Almanac day lengths for Helsinki, 60.17° N: 18 h 56 min on 21 June, 5 h 49 min on 21 December.
  it('meets an almanac within three minutes', () => {
    expect(24 - darkHoursOfDay(172, 60.17, SUNSET_ALTITUDE_DEGREES)).toBeCloseTo(18 + 56 / 60, 1);
    expect(24 - darkHoursOfDay(355, 60.17, SUNSET_ALTITUDE_DEGREES)).toBeCloseTo(5 + 49 / 60, 1);
  });
  it('is half the year at the equator’s horizon, and never or always beyond the circle', () => {
    expect(darkHoursOfYear(0, 0)).toBeCloseTo(4380, 6);
    expect(darkHoursOfDay(172, 80, 0)).toBe(0);
    expect(darkHoursOfDay(355, 80, 0)).toBe(24);
  });
  it('is fewer the darker it must be', () => {
    expect(darkHoursOfYear(LATITUDE, -6)).toBeLessThan(darkHoursOfYear(LATITUDE, -3));
    expect(darkHoursOfYear(LATITUDE)).toBeGreaterThan(3500);
    expect(darkHoursOfYear(LATITUDE)).toBeLessThan(4250);
  });
});

describe('moneyOf', () => {
  it('sums investment, maintenance and energy apart', () => {
    const lights = [1, 2, 3].map((n) => aLight(`l${n}`, [n, 0], { priceItemId: 'stolpe', powerWatts: 25 }));
    const sum = money(aPlan([], addFeatures(priced(), lights)));
    expect(sum).toMatchObject({ investmentSek: 120_000, maintenanceSekPerYear: 1200, leftSek: 1_880_000 });
    expect(sum.energyKwhPerYear).toBeCloseTo((75 * sum.burningHoursPerYear) / 1000, 6);
    expect(sum.energySekPerYear).toBeCloseTo(2 * sum.energyKwhPerYear, 1);
  });
  it('says tax plainly, either way', () => {
    const plan = aPlan([], addFeatures(priced(), [aLight('l1', [0, 0], { priceItemId: 'stolpe' })]));
    expect(money(plan)).toMatchObject({
      vat: 'excluded',
      investmentWithoutVatSek: 40_000,
      investmentWithVatSek: 50_000,
    });
    const included = { ...plan, proposal: changePriceTerms(plan.proposal, { vat: 'included' }) };
    expect(money(included)).toMatchObject({
      vat: 'included',
      investmentWithoutVatSek: 32_000,
      investmentWithVatSek: 40_000,
    });
  });
  it('charges what is added, and what is changed at a price, and nothing else', () => {
    const city = [aLight('old', [0, 0], { priceItemId: 'stolpe' }), aLight('other', [9, 0])];
    const plan = aPlan(city, priced());
    expect(money(plan).investmentSek).toBe(0);
    const moved = moveFeatures(plan, { ids: ['old'], by: [1, 1], plane });
    expect(money({ ...plan, proposal: moved }).investmentSek).toBe(0);
    const repriced = changeProperties(plan.proposal, { ids: ['other'], patch: { priceSek: 7_000 } });
    expect(money({ ...plan, proposal: repriced }).investmentSek).toBe(7_000);
    expect(money({ ...plan, proposal: removeFeatures(repriced, ['other']) }).investmentSek).toBe(0);
  });
  it('charges a stråk by its length, and gives its lights to it', () => {
    const strak = aStrak(
      's1',
      [
        [0, 0],
        [120, 0],
      ],
      { lengthMetres: 120 },
    );
    strak.properties.priceItemId = 'gang';
    const light = aLight('l1', [0, 5], { priceItemId: 'stolpe', strakId: 's1' });
    const sum = money(
      aPlan([], addFeatures(priced(), [strak, light, aLight('l2', [5, 5], { priceSek: 1 })])),
    );
    expect(sum.perStrak.get('s1')?.investmentSek).toBe(160_000);
    expect(sum.perStrak.get('')?.investmentSek).toBe(1);
    expect(sum.features.map(({ price }) => price)).toEqual(['assumed', 'confirmed', 'own']);
    expect(sum.lightIdsWithoutWatts).toEqual(['l1', 'l2']);
  });
  it('divides among measures without losing an öre', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.record({
            priceSek: fc.integer({ min: 0, max: 500_000 }),
            measures: fc.integer({ min: 0, max: 4 }),
          }),
          { maxLength: 12 },
        ),
        (list) => {
          const lights = list.map(({ priceSek, measures }, n) =>
            aLight(`l${n}`, [n, 0], {
              priceSek,
              measureIds: Array.from({ length: measures }, (_, m) => `m${m}`),
            }),
          );
          const sum = money(aPlan([], addFeatures(priced(), lights)));
          const parts = [...sum.perMeasure.values()].reduce((total, part) => total + part.investmentSek, 0);
          expect(parts).toBeCloseTo(sum.investmentSek, 6);
        },
      ),
    );
    expect(dividedInOre(100, 3)).toEqual([33.34, 33.33, 33.33]);
  });
});

describe('the assumed price list', () => {
  it('vouches for nothing', () => {
    expect(Object.values(ASSUMED_PRICE_LIST.items).every(({ basis }) => basis === 'antagande')).toBe(true);
    expect(ASSUMED_PRICE_LIST.energyBasis).toBe('antagande');
  });
});

describe('comparePlans', () => {
  it('tells added, removed, moved and changed apart, with counts and cost', () => {
    const first = aPlan([aLight('l1', [0, 0]), aLight('l2', [5, 0]), aLight('l3', [9, 0])], priced());
    let proposal = moveFeatures(first, { ids: ['l1'], by: [2, 0], plane });
    proposal = changeProperties(proposal, { ids: ['l2'], patch: { heightMetres: 8, name: { sv: 'Ny' } } });
    proposal = addFeatures(removeFeatures(proposal, ['l3']), [
      aLight('l4', [1, 1], { priceItemId: 'stolpe' }),
      aLight('l5', [2, 2]),
    ]);
    const found = comparePlans(first, { ...first, proposal }, { latitudeDegrees: LATITUDE });
    expect(found).toMatchObject({
      added: ['l4', 'l5'],
      removed: ['l3'],
      moved: ['l1'],
      changed: [{ id: 'l2', moved: false }],
      counts: { light: { first: 3, second: 4 }, camera: { first: 0, second: 0 } },
    });
    expect([...(found.changed[0]?.keys ?? [])].sort()).toEqual(['heightMetres', 'name']);
    expect(found.money.second.investmentSek - found.money.first.investmentSek).toBe(40_000);
  });
});
