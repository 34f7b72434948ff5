import { cellMiddles, pointsAcross, pointsAlong } from './fieldGrid.ts';
import { horizontalLux, type LampReach, lampsWithin } from './illuminance.ts';
import { type Luminaire, type MountedLuminaire, mount } from './luminaire.ts';

/**
 * Question: what does the standard's own case give, a straight path with one endless row of equal lamps?
 * Method: EN 13201-3 field between two lamps; the row goes on far enough that more lamps change nothing visible.
 * Used to choose a spacing before lamps are drawn. Units: metres, lx. Cost: O(points · lamps).
 */

/** A lamp to repeat, without its place. */
export type RowLamp = Omit<Luminaire, 'id' | 'eastMetres' | 'northMetres' | 'bearingDegrees'>;

export interface StraightRow {
  readonly lamp: RowLamp;
  readonly spacingMetres: number;
  readonly widthMetres: number;
  /** From the path's near edge to the pole, negative outside the path. */
  readonly setbackMetres: number;
}

export interface FieldLight {
  readonly eastMetres: readonly number[];
  readonly northMetres: readonly number[];
  /** Row by row from the lamps' side. */
  readonly lux: Float64Array;
  readonly meanLux: number;
  readonly minimumLux: number;
  readonly maximumLux: number;
  readonly uniformity: number;
}

/** Lamps kept on either side of the field: those beyond 40 mounting heights add less than a thousandth of a lux. */
const ROW_MOUNTING_HEIGHTS = 40;

/** The lamps of the row: path along east from 0, lamps at multiples of the spacing, pointing north. */
export function rowLamps(row: StraightRow): MountedLuminaire[] {
  const side = Math.max(3, Math.ceil((ROW_MOUNTING_HEIGHTS * row.lamp.heightMetres) / row.spacingMetres));
  return Array.from({ length: 2 * side + 2 }, (_, i) =>
    mount({
      ...row.lamp,
      id: `row-${i}`,
      eastMetres: (i - side) * row.spacingMetres,
      northMetres: row.setbackMetres,
      bearingDegrees: 0,
    }),
  );
}

/** Illuminance of the field between the lamps at 0 and at the spacing. */
export function fieldLight(
  row: StraightRow,
  reach: LampReach = { mountingHeights: 5 },
  lamps: readonly MountedLuminaire[] = rowLamps(row),
): FieldLight {
  const eastMetres = cellMiddles(row.spacingMetres, pointsAlong(row.spacingMetres));
  const northMetres = cellMiddles(row.widthMetres, pointsAcross(row.widthMetres));
  const lux = Float64Array.from(
    northMetres.flatMap((north) =>
      eastMetres.map((east) => {
        const point = { eastMetres: east, northMetres: north, heightMetres: 0 };
        return horizontalLux(lampsWithin(lamps, point, reach), point);
      }),
    ),
  );
  const meanLux = lux.reduce((sum, value) => sum + value, 0) / lux.length;
  const minimumLux = lux.reduce((a, b) => Math.min(a, b), Infinity);
  const maximumLux = lux.reduce((a, b) => Math.max(a, b), 0);
  const uniformity = meanLux > 0 ? minimumLux / meanLux : 0;
  return { eastMetres, northMetres, lux, meanLux, minimumLux, maximumLux, uniformity };
}

export interface SpacingSearch {
  readonly fromMetres: number;
  readonly toMetres: number;
  readonly stepMetres: number;
}

/** Every half metre from 60 m down. */
export const SPACING_SEARCH: SpacingSearch = { fromMetres: 60, toMetres: 5, stepMetres: 0.5 };

/**
 * The largest spacing whose field passes; null when none does. Scanned from wide to narrow, since mean illuminance is
 * not strictly monotone in the spacing (the number of points and the reach jump): halving would miss.
 */
export function widestSpacing(
  row: Omit<StraightRow, 'spacingMetres'>,
  passes: (field: FieldLight) => boolean,
  options: { readonly reach?: LampReach; readonly search?: SpacingSearch } = {},
): number | null {
  const { fromMetres, toMetres, stepMetres } = options.search ?? SPACING_SEARCH;
  const steps = Math.floor((fromMetres - toMetres) / stepMetres + 1e-9);
  for (let i = 0; i <= steps; i += 1) {
    const spacingMetres = fromMetres - i * stepMetres;
    if (passes(fieldLight({ ...row, spacingMetres }, options.reach))) return spacingMetres;
  }
  return null;
}
