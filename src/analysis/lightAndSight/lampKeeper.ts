/**
 * Question: which lamps of the plan can be calculated, and how do they hang?
 * Method: a light with height and flux becomes a luminaire of its optic, or of the generic one; turned as the plan says or else
 *   towards the nearest path. One without height or flux is a lamp of unknown light. A lamp is mounted anew only when
 *   its feature, the optics or the ground changed, so that the same object means the same light.
 * Units: metres, lumens, degrees.
 */
import type { PlanLightFeature } from '../../domain/proposal.ts';
import { gridBearingOf } from '../../geometry/bearing.ts';
import type { Line } from '../../geometry/line.ts';
import { bearingTowardsPath } from '../light/lampsOfFeatures.ts';
import type { UnknownLamp } from '../light/lightKnowledge.ts';
import { COMMON_MAINTENANCE_FACTOR, type MountedLuminaire, mount } from '../light/luminaire.ts';
import { GENERIC_OPTICS, PATH_SHORT, tabledOptic } from '../photometry/genericOptics.ts';
import type { Photometry } from '../photometry/photometry.ts';
import { readPhotometry } from '../photometry/readPhotometry.ts';
import { lngLatOf, type PlaneGround } from './ground.ts';
import type { OpticFile, Role } from './question.ts';

export type Optics = ReadonlyMap<string, Photometry>;

const GENERIC: Optics = new Map(
  GENERIC_OPTICS.map((optic) => [optic.id, tabledOptic(optic, { azimuth: 5, vertical: 2.5 })]),
);
/** Taken for a light whose product is not known. */
const ASSUMED = GENERIC.get(PATH_SHORT.id) as Photometry;

/** The generic optics and the user's own; a file that cannot be read is left out. */
export function opticsOf(files: readonly OpticFile[]): Optics {
  const optics = new Map(GENERIC);
  for (const { id, text } of files) {
    const result = readPhotometry(new TextEncoder().encode(`\ufeff${text}`));
    if (result.kind === 'photometry') optics.set(id, result.photometry);
  }
  return optics;
}

/** A lamp of the question. */
export interface KeptLamp {
  readonly key: string;
  readonly role: Role;
  readonly feature: PlanLightFeature;
  /** Null where height or flux is not known. */
  readonly mounted: MountedLuminaire | null;
  readonly unknown: UnknownLamp | null;
}

export interface Hanging {
  readonly ground: PlaneGround;
  readonly optics: Optics;
  /** Centre lines of the plan's stråk by id. */
  readonly straks: ReadonlyMap<string, Line>;
}

/** Paths farther away than this do not turn a lamp. */
const TURNING_METRES = 40;

function bearingOf({ geometry, properties }: PlanLightFeature, { ground, straks }: Hanging): number {
  const at = lngLatOf(geometry.coordinates);
  if (properties.rotationDegrees !== undefined)
    return gridBearingOf(ground.plane, at, properties.rotationDegrees);
  const pole = ground.plane.toPlane(at);
  const own = properties.strakId === undefined ? undefined : straks.get(properties.strakId);
  if (own) return bearingTowardsPath(pole, [own]);
  const near = ground.paths
    .filter(
      ({ box: [west, south, east, north] }) =>
        pole[0] > west - TURNING_METRES &&
        pole[0] < east + TURNING_METRES &&
        pole[1] > south - TURNING_METRES &&
        pole[1] < north + TURNING_METRES,
    )
    .map(({ line }) => line);
  return bearingTowardsPath(pole, [...straks.values(), ...near]);
}

/** Hangs one light of the plan. */
export function hang(
  { key, role, feature }: Pick<KeptLamp, 'key' | 'role' | 'feature'>,
  hanging: Hanging,
): KeptLamp {
  const { ground, optics } = hanging;
  const { properties, geometry } = feature;
  const [eastMetres, northMetres] = ground.plane.toPlane(lngLatOf(geometry.coordinates));
  const { id, heightMetres, fluxLumens, opticId, tiltDegrees, armMetres, maintenanceFactor } = properties;
  const place = { id, eastMetres, northMetres };
  if (heightMetres === undefined || fluxLumens === undefined)
    return { key, role, feature, mounted: null, unknown: place };
  const mounted = mount(
    {
      ...place,
      heightMetres,
      fluxLumens,
      photometry: optics.get(opticId ?? '') ?? ASSUMED,
      maintenanceFactor: maintenanceFactor ?? COMMON_MAINTENANCE_FACTOR,
      bearingDegrees: bearingOf(feature, hanging),
      ...(tiltDegrees !== undefined && { tiltDegrees }),
      ...(armMetres !== undefined && { armMetres }),
    },
    ground.occlusion,
  );
  return { key, role, feature, mounted, unknown: null };
}
