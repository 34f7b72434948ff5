import type { City } from '../domain/city.ts';
import { type Plane, planeOf } from '../geometry/plane.ts';

const planes = new Map<string, Plane>();

/** The city's metric plane, made once. */
export function planeOfCity({ metricCrs }: Pick<City, 'metricCrs'>): Plane {
  const known = planes.get(metricCrs.proj4) ?? planeOf(metricCrs.proj4);
  planes.set(metricCrs.proj4, known);
  return known;
}
