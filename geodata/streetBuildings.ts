/** The buildings of the street extract, where `npm run streets` has been run: what may stand in a camera's way. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import type { BackgroundBuilding } from '../src/domain/background.ts';
import { StreetsManifestSchema } from '../src/domain/streets.ts';
import { backgroundFeaturesOf } from '../src/exchange/streets/tileFeatures.ts';
import type { LngLat } from '../src/geometry/plane.ts';
import { tileXOf, tileYOf } from './streets/tileGrid.ts';

/** Who made the buildings, and those near some places. */
export interface StreetBuildings {
  readonly licence: string;
  near(places: readonly LngLat[]): readonly BackgroundBuilding[];
}

/** Reads a folder that `npm run streets` wrote. @throws when it is none */
export function streetBuildingsIn(folder: string): StreetBuildings {
  const read = (name: string): string => readFileSync(join(folder, name), 'utf8');
  const { background, licence, attribution } = v.parse(
    StreetsManifestSchema,
    JSON.parse(read('manifest.json')),
  );
  const { zoom, tiles } = background;
  return {
    licence: `${licence} (${attribution})`,
    near(places) {
      // the tile of a place and those around it: no camera sees farther
      const wanted = (tile: { x: number; y: number }): boolean =>
        places.some(
          ([lng, lat]) =>
            Math.abs(tileXOf(lng * 1e7, zoom) - tile.x) <= 1 &&
            Math.abs(tileYOf(lat * 1e7, zoom) - tile.y) <= 1,
        );
      const found = new Map<string, BackgroundBuilding>();
      for (const { x, y } of tiles.filter(wanted))
        for (const feature of backgroundFeaturesOf(read(join(background.folder, `${x}-${y}.json`))))
          if (feature.properties.kind === 'building')
            found.set(feature.properties.id, feature as BackgroundBuilding);
      return [...found.keys()].sort().flatMap((id) => found.get(id) ?? []);
    },
  };
}
