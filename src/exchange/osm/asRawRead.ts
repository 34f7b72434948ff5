import type { Format, PropertyValue } from '../importResult.ts';
import type { Pace } from '../pace.ts';
import type { Problems } from '../problems.ts';
import type { RawFeature, RawRead } from '../rawRead.ts';
import { backgroundOf } from './background.ts';
import type { OsmEntities } from './entities.ts';
import type { OsmFeature } from './osmClass.ts';

/** An OpenStreetMap file as every other import, plus the background that it really is. */
export async function rawReadOf(
  format: Format,
  entities: OsmEntities,
  tools: { problems: Problems; pace: Pace },
): Promise<RawRead> {
  const background = await backgroundOf(entities, tools);
  return { format, background, layers: [{ crs: { kind: 'wgs84' }, features: background.features.map(raw) }] };
}

function raw({ element, is, geometry }: OsmFeature): RawFeature {
  const [layer = '', id = ''] = element.split('/');
  const properties: Record<string, PropertyValue> = { osm: element, ...is };
  return { geometry, properties, where: { layer, feature: Number(id) } };
}
