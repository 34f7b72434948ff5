/**
 * Question: whose homes and which sensitive places does a camera come near to, and which could it recognise people at?
 * Method: distance to footprints; and the length of façade seen from outside, sampled along every side, in the zone where a
 *   known person can be recognised (perceive or better). A façade is what has the windows: the inside is never "seen".
 * Units: metres, square metres.
 * Complexity: O(places near × façade samples × log n).
 */
import type { PlanePoint } from '../../geometry/plane.ts';
import { type PlanePolygon, placeInPolygon, sidesOf } from '../../geometry/ring.ts';
import { areaWhereSquareMetres, scanlinesOf, surfaceLeft } from '../../geometry/scanline.ts';
import { distanceMetres, distanceToSegmentMetres, pointBetween } from '../../geometry/segment.ts';
import { type CameraSight, viewAtDensity } from './cameraSight.ts';
import { PERCEIVE_PIXELS_PER_METRE } from './densityLevels.ts';
import { FACE_HEIGHT_METRES } from './footprint.ts';
import type { Obstacles } from './obstacles.ts';
import { sweepOf } from './sweep.ts';
import { LINE_SPACING_METRES, type MaskedArea, maskedAreaOf } from './unionArea.ts';
import { isWatched, type Watcher, watcherOfSweep } from './watcher.ts';

/** A home or another place where being filmed weighs heavily. */
export interface SensitivePlace {
  id: string;
  /** What it is, in the words of its data: a dwelling, a school, a place of worship … */
  category: string;
  at: PlanePoint;
  footprint?: PlanePolygon;
  /** Number of dwellings in it, where known. */
  dwellings?: number;
}

/** Distance to a place: 0 inside its footprint. */
function distanceToPlace({ at, footprint }: SensitivePlace, from: PlanePoint): number {
  if (footprint === undefined) return distanceMetres(at, from);
  if (placeInPolygon(footprint, from) !== 'outside') return 0;
  return Math.min(...footprint.flatMap(sidesOf).map((side) => distanceToSegmentMetres(side, from)));
}

/** A place and how near it lies. */
export interface NearPlace {
  place: SensitivePlace;
  distanceMetres: number;
}

/** The places within a radius, nearest first. */
export const placesWithin = (
  places: readonly SensitivePlace[],
  from: PlanePoint,
  radiusMetres: number,
): NearPlace[] =>
  places
    .map((place) => ({ place, distanceMetres: distanceToPlace(place, from) }))
    .filter((near) => near.distanceMetres <= radiusMetres)
    .sort((a, b) => a.distanceMetres - b.distanceMetres);

/** Façades are sampled this densely, this far outside the wall. */
const SAMPLE_METRES = 0.5;
const OUTSIDE_METRES = 0.05;

/** Metres of façade (outer walls and courtyards) that a watcher sees. */
export function facadeSeenMetres(footprint: PlanePolygon, watcher: Watcher): number {
  let seen = 0;
  for (const [a, b] of surfaceLeft(footprint).flatMap(sidesOf)) {
    const length = distanceMetres(a, b);
    const samples = Math.max(1, Math.round(length / SAMPLE_METRES));
    const [outX, outY] = [
      ((b[1] - a[1]) / length) * OUTSIDE_METRES,
      ((a[0] - b[0]) / length) * OUTSIDE_METRES,
    ];
    for (let i = 0; i < samples; i++) {
      const [x, y] = pointBetween([a, b], (i + 0.5) / samples);
      if (isWatched(watcher, [x + outX, y + outY])) seen += length / samples;
    }
  }
  return seen;
}

/** A place where the camera could recognise people. */
export interface ExposedPlace {
  place: SensitivePlace;
  /** 0 for a place known as a point only. */
  facadeMetres: number;
}

/** The camera's perceive-or-better zone at face height, masks taken away; undefined when it has none. */
export function perceiveWatcherOf(
  obstacles: Obstacles,
  { mount }: CameraSight,
  masks: readonly PlanePolygon[] = [],
): Watcher | undefined {
  const view = viewAtDensity(mount, PERCEIVE_PIXELS_PER_METRE, { levelMetres: FACE_HEIGHT_METRES });
  return view && watcherOfSweep('perceive', sweepOf(obstacles, view), masks);
}

/** The places at which the watcher (see `perceiveWatcherOf`) could recognise people. */
export const exposedPlaces = (places: readonly SensitivePlace[], watcher: Watcher): ExposedPlace[] =>
  placesWithin(places, watcher.sweep.frame.at, watcher.sweep.frame.rangeMetres).flatMap(({ place }) => {
    const facadeMetres = place.footprint === undefined ? 0 : facadeSeenMetres(place.footprint, watcher);
    return facadeMetres > 0 || isWatched(watcher, place.at) ? [{ place, facadeMetres }] : [];
  });

/** The computed part of a camera's legal record. */
export interface RecordFacts extends MaskedArea {
  /** Private ground in the picture, and what is left of it after masking. */
  privateSquareMetres: number;
  privateRecordedSquareMetres: number;
  near: NearPlace[];
  exposed: ExposedPlace[];
  /** Dwellings at the exposed places; a place of unknown number counts as one. */
  exposedDwellings: number;
}

/** What the record of a camera is computed from. */
export interface RecordQuestion {
  obstacles: Obstacles;
  masks: readonly PlanePolygon[];
  privateGround: readonly PlanePolygon[];
  places: readonly SensitivePlace[];
  /** The category whose places are dwellings. */
  dwellingCategory: string;
  radiusMetres: number;
}

/** The computed facts of a camera's record: what it monitors, what it masks, whom it comes near to. */
export function recordFactsOf(sight: CameraSight, question: RecordQuestion): RecordFacts {
  const { obstacles, masks, privateGround, places, dwellingCategory, radiusMetres } = question;
  const groups = [sight.shape.outlines, masks.flatMap(surfaceLeft), privateGround.flatMap(surfaceLeft)];
  const lines = scanlinesOf(groups, LINE_SPACING_METRES);
  const watcher = perceiveWatcherOf(obstacles, sight, masks);
  const exposed = watcher === undefined ? [] : exposedPlaces(places, watcher);
  return {
    ...maskedAreaOf(sight.shape, masks),
    privateSquareMetres: areaWhereSquareMetres(lines, ([seen = 0, , own = 0]) => seen > 0 && own > 0),
    privateRecordedSquareMetres: areaWhereSquareMetres(
      lines,
      ([seen = 0, mask = 0, own = 0]) => seen > 0 && mask <= 0 && own > 0,
    ),
    near: placesWithin(places, sight.mount.at, radiusMetres),
    exposed,
    exposedDwellings: exposed
      .filter(({ place }) => place.category === dwellingCategory)
      .reduce((sum, { place }) => sum + (place.dwellings ?? 1), 0),
  };
}
