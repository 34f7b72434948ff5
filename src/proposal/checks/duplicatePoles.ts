/**
 * Question: which poles stand in each other?
 * Method: an index of all lights; pairs within the least distance are joined into groups, one finding a group.
 * Two luminaires on one pole are one light with its own flux in this model, so two lights in one place are a slip.
 * Units: metres. Complexity: O(n log n).
 */
import Flatbush from 'flatbush';
import type { PlanFeature } from '../../domain/proposal.ts';
import type { Plane } from '../../geometry/plane.ts';
import type { Finding } from '../finding.ts';
import { lngLatOf } from '../measure.ts';
import { poleInPlane } from './poles.ts';

export const LEAST_POLE_DISTANCE_METRES = 0.5;

/** Groups of lights closer to each other than poles can stand. */
export function duplicatePoles(features: readonly PlanFeature[], plane: Plane): Finding[] {
  const poles = features.flatMap(({ geometry, properties }) => {
    if (properties.kind !== 'light' || geometry.type !== 'Point') return [];
    const place = lngLatOf(geometry.coordinates);
    return [{ id: properties.id, place, at: poleInPlane(geometry, plane) }];
  });
  if (poles.length < 2) return [];
  const index = new Flatbush(poles.length);
  for (const { at } of poles) index.add(at[0], at[1], at[0], at[1]);
  index.finish();

  const seen = new Set<number>();
  const found: Finding[] = [];
  poles.forEach((pole, start) => {
    if (seen.has(start)) return;
    const group: number[] = [];
    const open = [start];
    seen.add(start);
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      group.push(next);
      const { at } = poles[next] ?? pole;
      const reach = LEAST_POLE_DISTANCE_METRES;
      for (const near of index.search(at[0] - reach, at[1] - reach, at[0] + reach, at[1] + reach)) {
        const other = poles[near]?.at;
        if (seen.has(near) || !other || Math.hypot(other[0] - at[0], other[1] - at[1]) >= reach) continue;
        seen.add(near);
        open.push(near);
      }
    }
    if (group.length < 2) return;
    const ids = group.flatMap((member) => poles[member]?.id ?? []).sort();
    const params = { count: ids.length, leastMetres: LEAST_POLE_DISTANCE_METRES };
    found.push({ code: 'duplicate-poles', severity: 'warning', ids, place: pole.place, params });
  });
  return found;
}
