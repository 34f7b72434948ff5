/**
 * Question: in which coordinate system, and which axis order, are these positions?
 * Method: what the file declares decides; without a declaration every system the city uses is tried in both axis
 * orders on a sample of positions, and the readings that put most of them in the city's surroundings are kept. One
 * reading left: recognised. Several or none: the user is asked, best reading first.
 * Units: degrees or metres, as found. Complexity: O(sample × systems).
 */
import type { Bounds, Crs } from '../../domain/city.ts';
import { type LngLat, planeOf } from '../../geometry/plane.ts';
import type { AxisOrder, CrsCandidate, CrsFinding, ImportOptions } from '../importResult.ts';
import type { DeclaredCrs } from '../rawRead.ts';
import { crsNamed, WGS84 } from './names.ts';

export type Sample = readonly (readonly [number, number])[];

/** A finding plus what the user should be told about it. */
export interface Recognition {
  readonly finding: CrsFinding;
  readonly note?: 'axes-swapped' | 'crs-unknown' | 'crs-from-range' | 'crs-assumed';
}

/** Share of readings inside the surroundings that makes a reading plausible; a few outliers are allowed. */
const PLAUSIBLE_SHARE = 0.5;
const ORDERS: readonly AxisOrder[] = ['east-north', 'north-east'];

/** The conversion of one reading to longitude, latitude. */
export function converterOf(
  code: string,
  axisOrder: AxisOrder,
  choices: readonly Crs[],
): (first: number, second: number) => LngLat {
  const turn = axisOrder === 'north-east';
  const definition = choices.find((choice) => choice.code === code)?.proj4;
  if (definition === undefined) return (a, b) => (turn ? [b, a] : [a, b]);
  const plane = planeOf(definition);
  return (a, b) => plane.toLngLat(turn ? [b, a] : [a, b]);
}

export const isInside = ([lng, lat]: LngLat, [west, south, east, north]: Bounds): boolean =>
  lng >= west && lng <= east && lat >= south && lat <= north;

/** Decides the coordinate system of a layer. */
export function recogniseCrs(declared: DeclaredCrs, sample: Sample, options: ImportOptions): Recognition {
  if (declared.kind === 'wgs84') return { finding: recognised(WGS84, 'east-north', 'format') };
  if (options.crs) return { finding: recognised(options.crs.code, options.crs.axisOrder, 'chosen') };
  const candidates = candidatesFor(sample, options);
  if (declared.kind === 'declared') {
    const code = crsNamed(declared.text, options.crsChoices);
    if (code === undefined) return { finding: { kind: 'ask', candidates }, note: 'crs-unknown' };
    return declaredAs(code, candidates);
  }
  const plausible = candidates.filter(({ shareInside }) => shareInside > PLAUSIBLE_SHARE);
  const [only] = plausible;
  if (only && plausible.length === 1) {
    const finding = recognised(only.code, only.axisOrder, 'range');
    if (only.code !== WGS84) return { finding, note: 'crs-from-range' };
    return only.axisOrder === 'north-east' ? { finding, note: 'axes-swapped' } : { finding };
  }
  if (plausible.length === 0 && mostlyDegrees(sample))
    return { finding: recognised(WGS84, 'east-north', 'assumed'), note: 'crs-assumed' };
  return { finding: { kind: 'ask', candidates } };
}

const mostlyDegrees = (sample: Sample): boolean =>
  sample.filter(([x, y]) => Math.abs(x) <= 180 && Math.abs(y) <= 90).length >=
  sample.length * PLAUSIBLE_SHARE;

/** A declared system: only the axis order can be in doubt, and only the surroundings can tell. */
function declaredAs(code: string, candidates: readonly CrsCandidate[]): Recognition {
  const share = (order: AxisOrder): number =>
    candidates.find((one) => one.code === code && one.axisOrder === order)?.shareInside ?? 0;
  const swapped = share('north-east') > PLAUSIBLE_SHARE && share('east-north') <= PLAUSIBLE_SHARE;
  const finding = recognised(code, swapped ? 'north-east' : 'east-north', 'declared');
  return swapped ? { finding, note: 'axes-swapped' } : { finding };
}

const recognised = (
  code: string,
  axisOrder: AxisOrder,
  by: 'format' | 'declared' | 'range' | 'assumed' | 'chosen',
): CrsFinding => ({ kind: 'recognised', code, axisOrder, by });

function candidatesFor(sample: Sample, options: ImportOptions): CrsCandidate[] {
  const systems = [
    { code: WGS84, name: 'WGS 84' },
    ...options.crsChoices.filter(({ code }) => code !== WGS84).map(({ code, name }) => ({ code, name })),
  ];
  const candidates = systems.flatMap(({ code, name }) =>
    ORDERS.map((axisOrder) => {
      const toLngLat = converterOf(code, axisOrder, options.crsChoices);
      const inside = sample.filter(([a, b]) => isInside(toLngLat(a, b), options.surroundings)).length;
      return { code, name, axisOrder, shareInside: sample.length === 0 ? 0 : inside / sample.length };
    }),
  );
  return candidates.sort((one, other) => other.shareInside - one.shareInside);
}
