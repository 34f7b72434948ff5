import type { ContextCollection, PackageFeature } from '../../domain/feature.ts';
import { trueBearingDegrees } from '../../geometry/bearing.ts';
import { planeOf } from '../../geometry/plane.ts';
import type { Atlas } from '../../state/atlas.ts';
import { distancesFrom, pointAnswer } from '../pointAnswer.ts';

export const COMPASS = ['n', 'ne', 'e', 'se', 's', 'sw', 'w', 'nw'] as const;
export type Compass = (typeof COMPASS)[number];

/** A feature drawn in view, as seen from the middle of the map. */
export interface SeenFeature {
  readonly feature: PackageFeature;
  /** Metres from the middle; null for an area around which the middle does not lie. */
  readonly distanceMetres: number | null;
  /** Where to look for it; null for what is no point, or lies in the very middle. */
  readonly direction: Compass | null;
}

export interface Sight {
  /** Areas first, then paths, places, cameras and lights; the nearest first. */
  readonly features: readonly SeenFeature[];
  /** How many measures pay for what is in view. */
  readonly measureCount: number;
  readonly counts: Readonly<Record<PackageFeature['properties']['kind'], number>>;
  /** What the middle of the map lies in: a neighbourhood, else the first area; null where nothing has a name. */
  readonly middle: { readonly neighbourhood: string | null; readonly areas: readonly PackageFeature[] };
}

const KIND_ORDER = ['area', 'strak', 'place', 'camera', 'light'] as const;

/** The eighth of the compass a bearing points into. @param bearingDegrees clockwise from true north, 0 ≤ b < 360 */
export const compassOf = (bearingDegrees: number): Compass =>
  COMPASS[Math.round(bearingDegrees / 45) % COMPASS.length] ?? 'n';

/** Nearer than this a direction says nothing. */
const AT_ONCE_METRES = 5;

interface Looking {
  readonly atlas: Atlas;
  readonly context: readonly ContextCollection[];
  /** Ids of the features drawn in view. */
  readonly ids: readonly string[];
  /** The middle of the map, degrees. */
  readonly center: readonly [lng: number, lat: number];
}

/** Puts the view into words that can be spoken: what is in it, how much of each, and what the middle lies in. */
export function sightOf({ atlas, context, ids, center }: Looking): Sight {
  const plane = planeOf(atlas.city.metricCrs.proj4);
  const distances = distancesFrom(atlas, center);
  const features = [...new Set(ids)]
    .flatMap((id) => atlas.featureById.get(id) ?? [])
    .map((feature): SeenFeature => {
      const metres = distances.get(feature.properties.id) ?? Number.POSITIVE_INFINITY;
      const { geometry } = feature;
      const [lng = 0, lat = 0] = geometry.type === 'Point' ? geometry.coordinates : [];
      const hasDirection = geometry.type === 'Point' && metres > AT_ONCE_METRES;
      return {
        feature,
        distanceMetres: Number.isFinite(metres) ? metres : null,
        direction: hasDirection ? compassOf(trueBearingDegrees(plane, center, [lng, lat])) : null,
      };
    })
    .sort(byKindThenDistance);
  const { neighbourhood, areas } = pointAnswer(atlas, context, center);
  const count = (kind: string): number =>
    features.filter(({ feature }) => feature.properties.kind === kind).length;
  return {
    features,
    measureCount: new Set(features.flatMap(({ feature }) => feature.properties.measureIds)).size,
    counts: {
      area: count('area'),
      strak: count('strak'),
      place: count('place'),
      camera: count('camera'),
      light: count('light'),
    },
    middle: { neighbourhood: neighbourhood?.name ?? null, areas },
  };
}

function byKindThenDistance(a: SeenFeature, b: SeenFeature): number {
  const rank = ({ feature }: SeenFeature): number => KIND_ORDER.indexOf(feature.properties.kind);
  const metres = ({ distanceMetres }: SeenFeature): number => distanceMetres ?? Number.MAX_VALUE;
  return rank(a) - rank(b) || metres(a) - metres(b);
}
