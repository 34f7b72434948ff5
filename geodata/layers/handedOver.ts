import type { FeatureProperties } from '../../src/domain/feature.ts';
import { convert, type Recipe } from '../recipe.ts';

/**
 * A file whose features already carry the domain's own properties, as a planner may hand one over. Nothing is added
 * or guessed: what is missing or unknown is refused by the build, naming the file and the feature.
 */
export const handedOver = ({ file, ...recipe }: Omit<Recipe, 'make'> & { file: string }): Recipe => ({
  ...recipe,
  make: ({ read }) =>
    convert(read(file), ({ properties, geometry }) => ({
      // Only a claim until the build parses it; an unparsed draft is never written.
      properties: properties as FeatureProperties,
      geometry,
    })),
});
