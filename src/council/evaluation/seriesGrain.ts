import type { EvaluatedMonth } from '../../analysis/evaluation/countEvaluation.ts';
import { protectedTable } from '../../analysis/hotspots/disclosure.ts';
import { AREA_ROLES, type AreaRole } from '../../domain/dataset.ts';

/** How finely a series is shown: as finely as its numbers allow. */
export const GRAINS = ['month', 'quarter', 'year'] as const;
export type Grain = (typeof GRAINS)[number];

/** One stretch of the series as it may be shown; undefined is hidden. */
export interface ShownStretch {
  readonly period: 'before' | 'after';
  readonly year: number;
  /** Month 1–12 or quarter 1–4; 0 for a whole year. */
  readonly part: number;
  readonly counts: Readonly<Partial<Record<AreaRole, number | undefined>>>;
}

export interface ShownSeries {
  readonly grain: Grain;
  readonly roles: readonly AreaRole[];
  readonly stretches: readonly ShownStretch[];
  readonly hidden: number;
}

/** At most this share of the numbers may be hidden before a coarser series says more. */
const MOST_HIDDEN = 0.2;

interface Fineness {
  readonly grain: Grain;
  readonly roles: readonly AreaRole[];
}

function atGrain(
  months: readonly EvaluatedMonth[],
  { grain, roles }: Fineness,
  threshold: number,
): ShownSeries {
  const grouped = new Map<
    string,
    { period: 'before' | 'after'; year: number; part: number; counts: number[] }
  >();
  for (const month of months) {
    const { period, year } = month;
    const part = grain === 'month' ? month.month : grain === 'quarter' ? Math.ceil(month.month / 3) : 0;
    const key = `${period} ${year} ${part}`;
    const held = grouped.get(key) ?? { period, year, part, counts: roles.map(() => 0) };
    roles.forEach((role, i) => {
      held.counts[i] = (held.counts[i] ?? 0) + (month[role] ?? 0);
    });
    grouped.set(key, held);
  }
  const rows = [...grouped.values()];
  const shown = protectedTable(
    rows.map(({ counts }) => counts),
    threshold,
  );
  return {
    grain,
    roles,
    stretches: rows.map(({ period, year, part }, row) => ({
      ...{ period, year, part },
      counts: Object.fromEntries(roles.map((role, i) => [role, shown.cells[row]?.[i]])),
    })),
    hidden: shown.cells.flat().filter((count) => count === undefined).length,
  };
}

/**
 * The finest series of which at most a fifth is hidden; by year when none is. The ring, which often holds few events, is
 * left out before the others are made coarser for its sake.
 */
export function shownSeries(months: readonly EvaluatedMonth[], threshold: number): ShownSeries {
  const hasRing = months.every(({ buffer }) => buffer !== undefined);
  const withRing: readonly AreaRole[] = hasRing ? AREA_ROLES : AREA_ROLES.filter((role) => role !== 'buffer');
  const sets = hasRing ? [withRing, AREA_ROLES.filter((role) => role !== 'buffer')] : [withRing];
  const series = GRAINS.flatMap((grain) => sets.map((roles) => atGrain(months, { grain, roles }, threshold)));
  const fine = series.find(
    ({ hidden, roles, stretches }) => hidden <= MOST_HIDDEN * roles.length * stretches.length,
  );
  return fine ?? atGrain(months, { grain: 'year', roles: withRing }, threshold);
}
