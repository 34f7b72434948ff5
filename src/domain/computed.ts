/** What the build works out about the city's features, so that the public page need not: measured from stated assumptions. */
import type { Feature, FeatureCollection, LineString, MultiPolygon, Polygon } from 'geojson';
import * as v from 'valibot';
import { IdSchema } from './text.ts';

const ShareSchema = v.pipe(v.number(), v.minValue(0), v.maxValue(1));
const AmountSchema = v.pipe(v.number(), v.minValue(0));

/** The ground that a camera sees. Only of cameras whose place is public. */
export const CameraViewPropertiesSchema = v.strictObject({
  kind: v.literal('camera-view'),
  /** Of the view itself. */
  id: IdSchema,
  cameraId: IdSchema,
  areaSquareMetres: AmountSchema,
  /** Whether buildings were known that could stand in the way. */
  hasBuildings: v.boolean(),
});

/** How a stråk is lit and seen, as everybody may know it: by cameras whose place is public. */
export const StrakCoveragePropertiesSchema = v.strictObject({
  kind: v.literal('strak-coverage'),
  /** Of the statement itself. */
  id: IdSchema,
  strakId: IdSchema,
  /** Left out where no lamp's light could be worked out. */
  light: v.optional(
    v.strictObject({ meanLux: AmountSchema, minimumLux: AmountSchema, litLux: AmountSchema }),
  ),
  litShare: ShareSchema,
  seenShare: ShareSchema,
  bothShare: ShareSchema,
  /** Neither lit enough by what is known, nor known to be dark. */
  lightUnknownShare: ShareSchema,
  /** Not seen by cameras that are public, but in the square of one that is shown as a square. */
  nearCameraShare: ShareSchema,
  hasBuildings: v.boolean(),
});

export const ComputedPropertiesSchema = v.variant('kind', [
  CameraViewPropertiesSchema,
  StrakCoveragePropertiesSchema,
]);

export type CameraView = Feature<Polygon | MultiPolygon, v.InferOutput<typeof CameraViewPropertiesSchema>>;
export type StrakCoverage = Feature<LineString, v.InferOutput<typeof StrakCoveragePropertiesSchema>>;
export type ComputedFeature = CameraView | StrakCoverage;
export type ComputedCollection = FeatureCollection<
  ComputedFeature['geometry'],
  ComputedFeature['properties']
>;
