import type { Bounds } from '../domain/city.ts';
import { type CouncilPlace, placeEntries } from '../domain/hotspot.ts';
import { boundsOfGeometries } from './bounds.ts';

/** The box to show a place in, with air around it, so that the street it lies in is seen too; null without an outline. */
export function goalOf(place: CouncilPlace): Bounds | null {
  const outline = placeEntries(place, 'outline').at(-1)?.outline;
  const box = boundsOfGeometries(outline ? [outline] : []);
  if (!box) return null;
  const [west, south, east, north] = box;
  const [wide, high] = [(east - west) / 2, (north - south) / 2];
  return [west - wide, south - high, east + wide, north + high];
}
