import { encodePositions, type NamedAreas } from '../../src/domain/streets.ts';
import type { OsmClass } from '../../src/exchange/osm/osmClass.ts';
import type { FeatureList } from './streetFeature.ts';

/** What kind of area carries a name that people use; undefined for everything else. */
function kindOf(found: OsmClass): string | undefined {
  switch (found.kind) {
    case 'green':
      return found.green;
    case 'land-use':
      return found.landUse;
    case 'place':
      return found.place;
    case 'building':
      return 'building';
    default:
      return undefined;
  }
}

/** The outlines of all named parks, quarters, school grounds, buildings and the like. O(positions). */
export function namedAreasOf(features: FeatureList): NamedAreas {
  const areas: NamedAreas['areas'] = [];
  for (const { id, class: found, geometry } of features) {
    const kind = kindOf(found);
    const name = 'name' in found ? found.name : undefined;
    if (geometry.shape !== 'area' || kind === undefined || name === undefined) continue;
    areas.push({ id, name, kind, polygons: geometry.polygons.map((rings) => rings.map(encodePositions)) });
  }
  return { schemaVersion: 1, areas };
}
