import { reachMetres } from './lightReach.ts';
import type { MountedLuminaire } from './luminaire.ts';
import { type UniformTable, uniformTable } from './uniformTable.ts';

/**
 * Question: what light does one lamp throw on a row of cells of the ground?
 * Method: the same sum as `illuminance.ts`, made quick: the luminaire's frame coordinates are linear along the row, the
 * table is evenly stepped, and arctangents are a polynomial (error below 3·10⁻¹⁰ rad, far under the table's own
 * steps). Equal to the plain form to 10⁻⁵ of the light. Units: metres, lx. Cost: O(cells), no allocation.
 */

/** A mounted lamp with its table and reach looked up. */
export interface RasterLamp {
  readonly lamp: MountedLuminaire;
  readonly table: UniformTable;
  readonly reach: number;
}

/** A row of cells relative to the lamp: the first cell's middle, and how many. */
export interface RasterRow {
  readonly east: number;
  readonly north: number;
  readonly count: number;
}

/** Prepares a lamp for a raster of a tolerance. */
export const rasterLamp = (lamp: MountedLuminaire, toleranceLux: number): RasterLamp => ({
  lamp,
  table: uniformTable(lamp.photometry),
  reach: reachMetres(lamp, toleranceLux),
});

const TAN_22_5 = Math.SQRT2 - 1;

/**
 * Arctangent of small/large in 0…1: a Chebyshev fit of atan(x)/x in x² on |x| ≤ tan 22.5°, beyond it by
 * atan(s/l) = 45° + atan((s−l)/(s+l)), so that there is one division either way.
 */
function atanOfShare(small: number, large: number): number {
  const isSteep = small > TAN_22_5 * large;
  const x = isSteep ? (small - large) / (small + large) : small / large;
  const u = x * x;
  const odd =
    0.9999999993920998 +
    u *
      (-0.33333307493428954 +
        u *
          (0.19998210797529659 +
            u * (-0.14239982918133207 + u * (0.10572814471491271 + u * -0.060332416914193304))));
  return isSteep ? x * odd + Math.PI / 4 : x * odd;
}

/** Math.atan2 in −π…π to 3·10⁻¹⁰; 0 for (0, 0). */
export function quickAtan2(y: number, x: number): number {
  const ax = Math.abs(x);
  const ay = Math.abs(y);
  if (ax === 0 && ay === 0) return 0;
  const first = ay > ax ? Math.PI / 2 - atanOfShare(ax, ay) : atanOfShare(ay, ax);
  const half = x < 0 ? Math.PI - first : first;
  return y < 0 ? -half : half;
}

const DEGREES = 180 / Math.PI;

/** Writes the horizontal illuminance of each cell of the row into `out`, lx. */
export function footprintRow(
  { lamp, table }: RasterLamp,
  row: RasterRow & { readonly step: number },
  out: Float64Array,
): void {
  const { c0, c90, nadir, heightMetres: h, scale } = lamp;
  const { candelas, verticals, azimuthSteps } = table;
  const perAzimuth = DEGREES / table.azimuthStepDegrees;
  const perVertical = DEGREES / table.verticalStepDegrees;
  const firstVertical = table.firstVerticalDegrees / table.verticalStepDegrees;
  const lastVertical = verticals - 1;
  // Frame coordinates of the lamp's foot and of this row.
  const [a0, b0, n0] = [
    row.north * c0[1] - h * c0[2],
    row.north * c90[1] - h * c90[2],
    row.north * nadir[1] - h * nadir[2],
  ];
  const fixed = row.north * row.north + h * h;
  const strength = scale * h;
  for (let i = 0; i < row.count; i += 1) {
    const east = row.east + i * row.step;
    const a = a0 + east * c0[0];
    const b = b0 + east * c90[0];
    const vertical = quickAtan2(Math.sqrt(a * a + b * b), n0 + east * nadir[0]) * perVertical - firstVertical;
    if (vertical < 0 || vertical > lastVertical) {
      out[i] = 0;
      continue;
    }
    let azimuth = quickAtan2(b, a) * perAzimuth;
    if (azimuth < 0) azimuth += azimuthSteps;
    const c = Math.min(azimuth | 0, azimuthSteps - 1);
    const g = Math.min(vertical | 0, lastVertical - 1);
    const u = azimuth - c;
    const t = vertical - g;
    const at = c * verticals + g;
    const low = (candelas[at] as number) * (1 - t) + (candelas[at + 1] as number) * t;
    const high =
      (candelas[at + verticals] as number) * (1 - t) + (candelas[at + verticals + 1] as number) * t;
    const squared = fixed + east * east;
    out[i] = (strength * (low + (high - low) * u)) / (squared * Math.sqrt(squared));
  }
}

/** Darkens the cells of a row that the lamp does not reach. */
export function shadeRow(
  lamp: MountedLuminaire,
  row: RasterRow & { readonly step: number },
  out: Float64Array | Float32Array,
): void {
  if (lamp.shadow === null) return;
  for (let i = 0; i < row.count; i += 1) {
    const east = lamp.eastMetres + row.east + i * row.step;
    if ((out[i] as number) > 0 && lamp.shadow(east, lamp.northMetres + row.north, 0)) out[i] = 0;
  }
}
