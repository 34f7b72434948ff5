import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { CrsSchema } from '../../src/domain/city.ts';
import { ManifestSchema } from '../../src/domain/feature.ts';
import { Refused } from '../refusal.ts';
import type { ApproximateFeature } from './compareAreas.ts';

const PositionSchema = v.tuple([v.number(), v.number()]);
const RingsSchema = v.array(v.array(PositionSchema));
/** Only what is looked at; the build has checked the rest. */
const LayerSchema = v.object({
  features: v.array(
    v.object({
      properties: v.object({
        id: v.string(),
        name: v.optional(v.union([v.string(), v.record(v.string(), v.string())])),
        provenance: v.optional(v.object({ accuracy: v.string() })),
      }),
      geometry: v.variant('type', [
        v.object({ type: v.literal('Point'), coordinates: PositionSchema }),
        v.object({ type: v.literal('Polygon'), coordinates: RingsSchema }),
        v.object({ type: v.literal('MultiPolygon'), coordinates: v.array(RingsSchema) }),
        v.object({ type: v.picklist(['LineString', 'MultiLineString']), coordinates: v.array(v.unknown()) }),
      ]),
    }),
  ),
});
type LayerFeature = v.InferOutput<typeof LayerSchema>['features'][number];

function asApproximate({ properties, geometry }: LayerFeature, layerId: string): ApproximateFeature[] {
  const { id, name, provenance } = properties;
  if (provenance?.accuracy !== 'approximate' || name === undefined) return [];
  const names = typeof name === 'string' ? [name] : Object.values(name);
  const shared = { id, layerId, names };
  if (geometry.type === 'Point') return [{ ...shared, polygons: undefined, point: geometry.coordinates }];
  if (geometry.type === 'Polygon') return [{ ...shared, polygons: [geometry.coordinates], point: undefined }];
  if (geometry.type === 'MultiPolygon')
    return [{ ...shared, polygons: geometry.coordinates, point: undefined }];
  return [];
}

/** Every area and place of a built city whose position was drawn by hand, and the city's plane. @throws Refused */
export function approximateFeaturesIn(layers: string): { features: ApproximateFeature[]; proj4: string } {
  const read = (file: string): unknown => JSON.parse(readFileSync(join(layers, file), 'utf8'));
  try {
    const manifest = v.parse(ManifestSchema, read('manifest.json'));
    const city = v.parse(v.object({ metricCrs: CrsSchema }), read(manifest.cityFile));
    const features = manifest.layers
      .filter(({ role }) => role === 'package')
      .flatMap(({ id, file }) =>
        v.parse(LayerSchema, read(file)).features.flatMap((feature) => asApproximate(feature, id)),
      );
    return { features, proj4: city.metricCrs.proj4 };
  } catch (error) {
    const reason = `no built city here (${(error as Error).message}); run "npm run geodata" first`;
    throw new Refused([{ file: layers, feature: '(folder)', reason }]);
  }
}
