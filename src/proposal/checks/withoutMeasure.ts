import type { PlanFeature } from '../../domain/proposal.ts';
import type { Finding } from '../finding.ts';
import { placeOf } from '../measure.ts';

/** Features that no measure pays for, or whose measure the city's data no longer has. They cannot be published. */
export function withoutMeasure(
  features: readonly PlanFeature[],
  knownMeasureIds: ReadonlySet<string>,
): Finding[] {
  return features.flatMap((feature): Finding[] => {
    const { id, measureIds } = feature.properties;
    const unknown = measureIds.filter((measureId) => !knownMeasureIds.has(measureId));
    if (measureIds.length > 0 && unknown.length === 0) return [];
    const place = placeOf(feature.geometry);
    return [
      {
        code: 'feature-without-measure',
        severity: 'error',
        ids: [id],
        ...(place && { place }),
        params: { unknown: unknown.join(',') },
      },
    ];
  });
}
