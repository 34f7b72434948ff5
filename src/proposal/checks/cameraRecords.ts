import { EXPECTED_IN_OPERATION, missingInRecord, REQUIRED_BY_LAW } from '../../domain/cameraRecord.ts';
import type { Status } from '../../domain/feature.ts';
import type { PlanFeature } from '../../domain/proposal.ts';
import type { Finding } from '../finding.ts';
import { lngLatOf } from '../measure.ts';

/**
 * Cameras whose record lacks what kamerabevakningslagen § 10 requires, the date of the § 9 assessment among it, or
 * whose assessment did not come out for the camera. A proposed camera gets a warning; one that is, or as `towards`
 * says is about to be, decided gets an error. Fields that operation needs are warned of from the decision on.
 */
export function cameraRecords(features: readonly PlanFeature[], towards?: Status): Finding[] {
  return features.flatMap((feature): Finding[] => {
    const { properties } = feature;
    if (properties.kind !== 'camera' || properties.status === 'avslutad') return [];
    const decided = (towards ?? properties.status) !== 'foreslagen';
    const at = {
      ids: [properties.id],
      ...(feature.geometry.type === 'Point' && { place: lngLatOf(feature.geometry.coordinates) }),
    };
    const found: Finding[] = [];
    const missing: string[] = missingInRecord(properties.record, REQUIRED_BY_LAW);
    if (properties.record?.assessmentOutcome === 'interest-does-not-outweigh')
      missing.push('assessmentOutcome');
    if (missing.length > 0) {
      found.push({
        ...at,
        code: 'camera-record-incomplete',
        severity: decided ? 'error' : 'warning',
        params: { fields: missing.join(','), count: missing.length },
      });
    }
    const unstated = decided ? missingInRecord(properties.record, EXPECTED_IN_OPERATION) : [];
    if (unstated.length > 0) {
      found.push({
        ...at,
        code: 'camera-operation-unstated',
        severity: 'warning',
        params: { fields: unstated.join(','), count: unstated.length },
      });
    }
    return found;
  });
}
