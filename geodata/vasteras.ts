import { join } from 'node:path';
import { northernCentre, skultuna, vasaparken, westernDistricts } from './layers/areas.ts';
import { contextLayers } from './layers/context.ts';
import { namedPoints } from './layers/namedPoints.ts';
import { places } from './layers/places.ts';
import { cameras, lights, safeRoute } from './layers/safeRoute.ts';
import type { Recipe } from './recipe.ts';

export { city } from './city/city.ts';

export const sourcesRoot = join(import.meta.dirname, 'sources');

/** In drawing order, from the bottom up. */
export const layers: Recipe[] = [
  ...contextLayers,
  namedPoints,
  westernDistricts,
  skultuna,
  northernCentre,
  vasaparken,
  safeRoute,
  lights,
  cameras,
  places,
];
