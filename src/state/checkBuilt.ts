import * as v from 'valibot';
import { type City, CitySchema } from '../domain/city.ts';
import { CameraViewPropertiesSchema, StrakCoveragePropertiesSchema } from '../domain/computed.ts';
import { ContextPropertiesSchema, FeaturePropertiesSchema } from '../domain/feature.ts';
import { issueLine, ReadProblem } from './readProblem.ts';

const CollectionSchema = v.object({
  type: v.literal('FeatureCollection'),
  features: v.array(
    v.object({
      type: v.literal('Feature'),
      geometry: v.looseObject({ type: v.string(), coordinates: v.array(v.unknown()) }),
      properties: v.variant('kind', [
        ...FeaturePropertiesSchema.options,
        ContextPropertiesSchema,
        CameraViewPropertiesSchema,
        StrakCoveragePropertiesSchema,
      ]),
    }),
  ),
});

function checked<T extends v.GenericSchema>(
  schema: T,
  value: unknown,
  part: ReadProblem['part'],
): v.InferOutput<T> {
  const result = v.safeParse(schema, value);
  if (result.success) return result.output;
  throw new ReadProblem(part, issueLine(result.issues[0]));
}

/** A city as its schema wants it. @throws ReadProblem */
export const checkedCity = (value: unknown): City => checked(CitySchema, value, 'city');

/** A layer as its schema wants it; coordinates were checked in full when it was built. @throws ReadProblem */
export const checkedCollection = (value: unknown): v.InferOutput<typeof CollectionSchema> =>
  checked(CollectionSchema, value, 'layer');
