import { COMMON_MAINTENANCE_FACTOR } from '../analysis/light/luminaire.ts';
import { PATH_MEDIUM } from '../analysis/photometry/genericOptics.ts';
import type { PlanFeature, PlanKind, Proposal } from '../domain/proposal.ts';
import type { LngLat, Plane } from '../geometry/plane.ts';
import { fieldOfViewDegrees } from '../proposal/edits/aimCamera.ts';
import { chainageOf, lngLatOf, nearestAlong, pointAlong, trueBearingDegrees } from '../proposal/measure.ts';
import type { Atlas } from '../state/atlas.ts';

/** A pole this near a stråk is taken to stand along it. */
const ALONG_WITHIN_METRES = 15;

/** The usual lamp along a walking path. Assumptions to be changed, not advice. */
export const USUAL_LIGHT = {
  heightMetres: 5,
  opticId: PATH_MEDIUM.id,
  fluxLumens: 3000,
  powerWatts: 25,
  tiltDegrees: 0,
  armMetres: 0,
  maintenanceFactor: COMMON_MAINTENANCE_FACTOR,
  priceItemId: 'stolpe-armatur',
} as const;

/** A common fixed camera: sensor 1/2.8 inch, 4 mm, full HD. */
const USUAL_CAMERA = {
  heightMetres: 4,
  tiltDegrees: 15,
  sensorWidthMillimetres: 5.6,
  sensorHeightMillimetres: 3.1,
  focalLengthMillimetres: 4,
  horizontalPixels: 1920,
  verticalPixels: 1080,
  rangeMetres: 30,
  priceItemId: 'kamera',
  // nothing exact becomes public unless somebody decides so
  disclosure: 'area',
} as const;

/** The grant that the city's lights, cameras and stråk are paid from; the largest where it has none. */
export function usualGrantId(atlas: Atlas): string | undefined {
  const counts = new Map<string, number>();
  for (const { properties } of atlas.features) {
    if (properties.kind === 'area' || properties.kind === 'place') continue;
    for (const id of properties.measureIds) {
      const grantId = atlas.measures.get(id)?.grant.id;
      if (grantId) counts.set(grantId, (counts.get(grantId) ?? 0) + 1);
    }
  }
  const [most] = [...counts].sort((a, b) => b[1] - a[1]);
  const largest = [...atlas.city.grants].sort((a, b) => b.amountSek - a.amountSek)[0];
  return most?.[0] ?? largest?.id;
}

/** Who pays and who answers for a new feature: as for the city's others of its kind under the same grant. */
export function usualLinks(atlas: Atlas, kind: PlanKind, grantId: string | undefined) {
  const ofGrant = (measureId: string): boolean => atlas.measures.get(measureId)?.grant.id === grantId;
  const alike = atlas.features.find(
    ({ properties }) => properties.kind === kind && properties.measureIds.some(ofGrant),
  );
  const placed = atlas.city.measures.find(
    ({ grantId: itsGrant, reach }) => itsGrant === grantId && reach.kind === 'places',
  );
  const measureId = alike?.properties.measureIds.find(ofGrant) ?? placed?.id;
  const namndId =
    alike?.properties.namndId ??
    (grantId === undefined ? undefined : atlas.grants.get(grantId)?.namndId) ??
    atlas.city.boards[0]?.id ??
    '';
  return { measureIds: measureId === undefined ? [] : [measureId], namndId };
}

interface NewFeature {
  readonly kind: 'light' | 'camera' | 'strak' | 'area';
  readonly id: string;
  /** One name for all languages: what the user calls it. */
  readonly name: string;
  readonly geometry: PlanFeature['geometry'];
}

const commonOf = (atlas: Atlas, proposal: Proposal, { kind, id, name }: NewFeature) => ({
  id,
  name: { sv: name, en: name, fi: name },
  ...usualLinks(atlas, kind, proposal.grantId),
  status: 'foreslagen' as const,
});

/** What the nearest stråk says about a point beside it: which it is, and where it lies. */
export function besideStrak(at: LngLat, features: readonly PlanFeature[], plane: Plane) {
  const point = plane.toPlane(at);
  let best: { strakId: string; away: number; rotationDegrees: number } | undefined;
  for (const { geometry, properties } of features) {
    if (properties.kind !== 'strak' || geometry.type !== 'LineString') continue;
    const line = chainageOf(geometry, plane);
    const { alongMetres, distanceMetres } = nearestAlong(line, point);
    const foot = pointAlong(line, alongMetres)?.at;
    if (!foot || distanceMetres > ALONG_WITHIN_METRES || (best && best.away <= distanceMetres)) continue;
    const towards = [foot[0] - point[0], foot[1] - point[1]] as const;
    const rotationDegrees = trueBearingDegrees(towards, point, plane);
    best = { strakId: properties.id, away: distanceMetres, rotationDegrees };
  }
  return best && { strakId: best.strakId, rotationDegrees: best.rotationDegrees };
}

/** A new feature with what is usual for its kind, paid and answered for as the city's others are. */
export function newFeature(
  made: NewFeature,
  {
    atlas,
    proposal,
    features,
    plane,
  }: {
    readonly atlas: Atlas;
    readonly proposal: Proposal;
    readonly features: readonly PlanFeature[];
    readonly plane: Plane;
  },
): PlanFeature {
  const common = commonOf(atlas, proposal, made);
  const { geometry, kind } = made;
  const beside =
    geometry.type === 'Point' ? besideStrak(lngLatOf(geometry.coordinates), features, plane) : undefined;
  const properties = ((): object => {
    switch (kind) {
      case 'light':
        return { kind, ...common, ...USUAL_LIGHT, rotationDegrees: 0, ...beside };
      case 'camera':
        return {
          ...{ kind, ...common, ...USUAL_CAMERA },
          ...(beside && { strakId: beside.strakId }),
          bearingDegrees: beside?.rotationDegrees ?? 0,
          fieldOfViewDegrees: fieldOfViewDegrees(
            USUAL_CAMERA.sensorWidthMillimetres,
            USUAL_CAMERA.focalLengthMillimetres,
          ),
        };
      // a drawn line costs nothing by itself: what stands along it does
      case 'strak':
        return { kind, ...common, widthMetres: 3, lengthMetres: 1, priceSek: 0 };
      case 'area':
        return { kind, ...common, areaKm2: 1, priceSek: 0 };
    }
  })();
  return { type: 'Feature', geometry, properties } as PlanFeature;
}
