/**
 * Coordinates as people write them: recognised from free text and written back, in degrees or in any of the metric
 * systems that the caller names. Which systems those are is data; this file knows none.
 */
import { type LngLat, type Plane, planeOf } from './plane.ts';

/** A metric coordinate system: its code, its name for people, and its definition. */
export interface CoordinateSystem {
  code: string;
  name: string;
  proj4: string;
}

/** One way to understand a text. */
export interface RecognisedCoordinate {
  lngLat: LngLat;
  /** `degrees`, or the code of the system whose metres were read. */
  system: 'degrees' | (string & {});
  order: 'northEast' | 'eastNorth';
}

/** Where an answer must lie: west, south, east, north in degrees. */
export type DegreeBounds = readonly [west: number, south: number, east: number, north: number];

const planes = new Map<string, Plane>();
function planeFor(definition: string): Plane {
  const known = planes.get(definition) ?? planeOf(definition);
  planes.set(definition, known);
  return known;
}

interface WrittenNumber {
  value: number;
  axis: 'north' | 'east' | undefined;
}

/** Letters before or after a number that tell its axis: N, S, E, W and Swedish Ö, V; Y and X of older maps are ambiguous. */
const AXES: Record<string, { axis: 'north' | 'east'; sign: 1 | -1 }> = {
  N: { axis: 'north', sign: 1 },
  S: { axis: 'north', sign: -1 },
  E: { axis: 'east', sign: 1 },
  Ö: { axis: 'east', sign: 1 },
  W: { axis: 'east', sign: -1 },
  V: { axis: 'east', sign: -1 },
};
const LETTER = '[NSEWÖV]';
const UNSIGNED = '\\d+(?:[.,]\\d+)?';
const ANGLE =
  `(?<degrees>[-−+]?${UNSIGNED})` +
  `(?:\\s*[°º]\\s*(?:(?<minutes>${UNSIGNED})\\s*['′’]\\s*(?:(?<seconds>${UNSIGNED})\\s*(?:"|″|”|'')\\s*)?)?)?` +
  '(?:\\s*m\\b)?';
/** Letters stand before both numbers or after both: "N 1 E 2" read the other way would give 1 to the east. */
const LETTER_FIRST = new RegExp(`(?:(?<letter>${LETTER})\\s*[:=]?\\s*)${ANGLE}`, 'giu');
const LETTER_LAST = new RegExp(`${ANGLE}(?:\\s*(?<letter>${LETTER})(?![A-ZÅÄÖ]))?`, 'giu');

const numberOf = (text: string | undefined): number =>
  Number((text ?? '0').replace(',', '.').replace('−', '-'));

function writtenNumbers(text: string): WrittenNumber[] | undefined {
  // "6 610 613,5" is one number: Swedish sets thousands apart by (narrow, no-break) spaces.
  const joined = text
    .trim()
    .replace(/(?<![\d.,])\d{1,3}(?:[ \u00a0\u202f]\d{3}){1,2}(?!\d)/g, (number) => number.replace(/\D/g, ''));
  // A comma with a space after it parts two numbers; one inside a number is a decimal comma.
  const parted = joined.replace(/[,;]\s+/g, '  ').replace(/(\d\.\d+),(?=[-−+]?\d+\.\d)/g, '$1  ');
  const pattern = new RegExp(`^${LETTER}`, 'iu').test(parted) ? LETTER_FIRST : LETTER_LAST;
  const found = [...parted.matchAll(pattern)];
  const rest = parted.replace(pattern, '').replace(/[\s,;()/]/g, '');
  if (found.length !== 2 || rest !== '') return undefined;
  return found.map(({ groups = {} }) => {
    const degrees = numberOf(groups.degrees);
    const magnitude = Math.abs(degrees) + numberOf(groups.minutes) / 60 + numberOf(groups.seconds) / 3600;
    const letter = AXES[(groups.letter ?? '').toUpperCase()];
    const sign = (groups.degrees ?? '').match(/^[-−]/) ? -1 : 1;
    return { value: sign * (letter?.sign ?? 1) * magnitude, axis: letter?.axis };
  });
}

const ORDERS = ['northEast', 'eastNorth'] as const;

const isWithin = ([lng, lat]: LngLat, [west, south, east, north]: DegreeBounds): boolean =>
  west <= lng && lng <= east && south <= lat && lat <= north;

/**
 * Every way in which a text is a coordinate inside the bounds: degrees (decimal, or with minutes and seconds), or metres of
 * one of the systems; north first or east first, decimal comma or point. Empty when it is none; several when the
 * text is ambiguous, and then the caller should ask.
 */
export function recogniseCoordinates(
  text: string,
  systems: readonly CoordinateSystem[],
  bounds: DegreeBounds,
): RecognisedCoordinate[] {
  const [first, second] = writtenNumbers(text) ?? [];
  if (first === undefined || second === undefined) return [];
  const found: RecognisedCoordinate[] = [];
  for (const order of ORDERS) {
    const [north, east] = order === 'northEast' ? [first, second] : [second, first];
    if (north.axis === 'east' || east.axis === 'north') continue;
    const degrees: LngLat = [east.value, north.value];
    if (isWithin(degrees, bounds)) found.push({ lngLat: degrees, system: 'degrees', order });
    for (const { code, proj4 } of systems) {
      const lngLat = planeFor(proj4).toLngLat([east.value, north.value]);
      if (isWithin(lngLat, bounds)) found.push({ lngLat, system: code, order });
    }
  }
  return found;
}

/** A place in degrees to seven decimals (a centimetre), north first, as "59.6099000, 16.5448000". */
export const formatDegrees = ([lng, lat]: LngLat, decimals = 7): string =>
  `${lat.toFixed(decimals)}, ${lng.toFixed(decimals)}`;

/** A place in degrees, minutes and seconds, as `59°36'35.64"N 16°32'41.28"E`. */
export function formatDegreesMinutesSeconds([lng, lat]: LngLat, decimals = 2): string {
  const written = (value: number, [positive, negative]: readonly [string, string]): string => {
    // Rounded as a whole number of the smallest unit, so that 59.9999″ carries over into the minutes.
    const units = Math.round(Math.abs(value) * 3600 * 10 ** decimals);
    const perMinute = 60 * 10 ** decimals;
    const seconds = ((units % perMinute) / 10 ** decimals).toFixed(decimals);
    const minutes = Math.floor(units / perMinute);
    const padded = seconds.padStart(decimals > 0 ? 3 + decimals : 2, '0');
    const letter = value < 0 ? negative : positive;
    return `${Math.floor(minutes / 60)}°${String(minutes % 60).padStart(2, '0')}'${padded}"${letter}`;
  };
  return `${written(lat, ['N', 'S'])} ${written(lng, ['E', 'W'])}`;
}

/** A place in a metric system, as "N 6610613.04 E 152529.21". */
export function formatMetres(lngLat: LngLat, system: CoordinateSystem, decimals = 2): string {
  const [east, north] = planeFor(system.proj4).toPlane(lngLat);
  return `N ${north.toFixed(decimals)} E ${east.toFixed(decimals)}`;
}
