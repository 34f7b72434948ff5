import * as v from 'valibot';
import { IdSchema } from './text.ts';

const SekSchema = v.pipe(v.number(), v.finite(), v.minValue(0));

/** What one unit of a price item is. */
export const PRICE_UNITS = ['piece', 'metre', 'square-metre'] as const;

/** antagande: a placeholder nobody has vouched for. bekraftad: the planner has confirmed it, with its source. */
export const PRICE_BASES = ['antagande', 'bekraftad'] as const;

export const PriceItemSchema = v.strictObject({
  id: IdSchema,
  name: v.pipe(v.string(), v.nonEmpty()),
  unit: v.picklist(PRICE_UNITS),
  /** Once, per unit. */
  investmentSek: SekSchema,
  /** Every year, per unit: maintenance, licences, data links. Energy is computed, never listed here. */
  yearlySek: SekSchema,
  basis: v.picklist(PRICE_BASES),
  /** Where a confirmed price comes from: framework agreement, tender, invoice. */
  source: v.optional(v.string()),
});
export type PriceItem = v.InferOutput<typeof PriceItemSchema>;

export const PriceListSchema = v.strictObject({
  /** Whether the amounts contain value-added tax. */
  vat: v.picklist(['excluded', 'included']),
  vatPercent: v.pipe(v.number(), v.minValue(0), v.maxValue(100)),
  energySekPerKwh: SekSchema,
  energyBasis: v.picklist(PRICE_BASES),
  items: v.record(IdSchema, PriceItemSchema),
});
export type PriceList = v.InferOutput<typeof PriceListSchema>;

const assumed = (item: Omit<PriceItem, 'basis' | 'source'>): PriceItem => ({ ...item, basis: 'antagande' });

/**
 * Placeholders so that a sum can be shown at all. No amount here comes from a price list or a tender: all are
 * round guesses, marked "antagande", and stay findings until the planner confirms or replaces them.
 */
export const ASSUMED_PRICE_LIST: PriceList = {
  vat: 'excluded',
  vatPercent: 25,
  energySekPerKwh: 1.5,
  energyBasis: 'antagande',
  items: Object.fromEntries(
    [
      assumed({
        id: 'stolpe-armatur',
        name: 'Stolpe med armatur, grävd',
        unit: 'piece',
        investmentSek: 40_000,
        yearlySek: 400,
      }),
      assumed({
        id: 'armaturbyte',
        name: 'Armaturbyte på befintlig stolpe',
        unit: 'piece',
        investmentSek: 10_000,
        yearlySek: 300,
      }),
      assumed({
        id: 'kamera',
        name: 'Kamera med montage',
        unit: 'piece',
        investmentSek: 80_000,
        yearlySek: 8_000,
      }),
      assumed({
        id: 'strak-atgard',
        name: 'Åtgärd längs stråk',
        unit: 'metre',
        investmentSek: 500,
        yearlySek: 10,
      }),
      assumed({
        id: 'yta-atgard',
        name: 'Åtgärd på yta (röjning, plantering)',
        unit: 'square-metre',
        investmentSek: 50,
        yearlySek: 5,
      }),
    ].map((item) => [item.id, item]),
  ),
};
