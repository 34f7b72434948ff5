/**
 * Question: which places stand so close together that their squares would cover each other on the map?
 * Method: places are grouped by walking from each to all that are near it; a group stands in a row, west to east.
 * Units: degrees in, metres for "near" (on a sphere, good to a metre over such distances).
 * Complexity: O(n²) in the number of places, of which a city has some tens.
 */
import type { PackageFeature } from '../domain/feature.ts';

/** How far from its point a place's square is drawn, in squares: negative is to the left. */
export const NUDGES = [-1, -0.5, 0.5, 1] as const;
export type Nudge = (typeof NUDGES)[number];

/** Two squares cover each other at this distance while the whole city district is in view. */
const NEAR_METRES = 120;
const METRES_PER_DEGREE = 111_195;
/** Among so many no row helps, and looking at every pair would take long. */
const MOST_PLACES = 1000;
const ROWS: readonly (readonly (Nudge | 0)[])[] = [[0], [-0.5, 0.5], [-1, 0, 1]];

type Place = Pick<PackageFeature, 'geometry' | 'properties'>;

/** The places that step aside for each other, by id. More than three at one spot are beyond what a row can show. */
export function nudgesOf(places: readonly Place[]): ReadonlyMap<string, Nudge> {
  if (places.length > MOST_PLACES) return new Map();
  const left = new Set(places);
  const nudges = new Map<string, Nudge>();
  for (const first of places) {
    if (!left.delete(first)) continue;
    const group = [first];
    for (const member of group)
      for (const other of left)
        if (metresBetween(member, other) < NEAR_METRES) {
          left.delete(other);
          group.push(other);
        }
    const row = ROWS[group.length - 1] ?? [];
    const ordered = group.sort((a, b) => lngLatOf(a)[0] - lngLatOf(b)[0]);
    ordered.forEach(({ properties }, index) => {
      const nudge = row[index];
      if (nudge) nudges.set(properties.id, nudge);
    });
  }
  return nudges;
}

function lngLatOf({ geometry }: Place): readonly [number, number] {
  const [lng = 0, lat = 0] = geometry.type === 'Point' ? geometry.coordinates : [];
  return [lng, lat];
}

function metresBetween(one: Place, other: Place): number {
  const [lngA, latA] = lngLatOf(one);
  const [lngB, latB] = lngLatOf(other);
  const shrink = Math.cos((latA * Math.PI) / 180);
  return METRES_PER_DEGREE * Math.hypot((lngA - lngB) * shrink, latA - latB);
}
