/** Which lamps burn in each case, and what is known of the light that stands. */
import type { ExistingLight, UnknownLamp } from '../light/lightKnowledge.ts';
import type { MountedLuminaire } from '../light/luminaire.ts';
import { LIGHT_CASES, type LightCase, type PathLighting } from '../light/pathLight.ts';
import type { KeptLamp } from './lampKeeper.ts';
import type { ExistingKnowledge, Role } from './question.ts';

const ROLES: Readonly<Record<LightCase, readonly Role[]>> = {
  existing: ['before', 'both'],
  proposed: ['after'],
  both: ['both', 'after'],
};

/** Whether a lamp of a role burns in a case. */
export const burnsIn = (lightCase: LightCase, role: Role): boolean => ROLES[lightCase].includes(role);

const KNOWN: ExistingLight = { kind: 'known' };
const NOBODY_KNOWS: ExistingLight = { kind: 'unknown' };

/** A lamp of the background this near a calculated one is taken to be the same. */
const SAME_LAMP_METRES = 3;

const apart = (lamps: readonly MountedLuminaire[], { eastMetres, northMetres }: UnknownLamp): boolean =>
  lamps.every(
    (lamp) =>
      Math.abs(lamp.eastMetres - eastMetres) > SAME_LAMP_METRES ||
      Math.abs(lamp.northMetres - northMetres) > SAME_LAMP_METRES,
  );

const partly = (unknownLamps: readonly UnknownLamp[]): ExistingLight =>
  unknownLamps.length === 0 ? KNOWN : { kind: 'partly-known', unknownLamps };

/** The same knowledge as before keeps its identity, so that what was worked out with it is kept too. */
function settled(next: ExistingLight, before: ExistingLight | undefined): ExistingLight {
  if (next.kind !== 'partly-known' || before?.kind !== 'partly-known') return next;
  const isSame =
    next.unknownLamps.length === before.unknownLamps.length &&
    next.unknownLamps.every((lamp, i) => lamp === before.unknownLamps[i]);
  return isSame ? before : next;
}

export type Lighting = Readonly<Record<LightCase, PathLighting>>;

/** The lamps of each case. O(lamps · background lamps). */
export function lightingOf(
  kept: Iterable<KeptLamp>,
  around: { background: readonly UnknownLamp[]; knowledge: ExistingKnowledge },
  before?: Lighting,
): Lighting {
  // In one order whatever the history, so that sums are the same to the last bit.
  const all = [...kept].sort((a, b) => (a.key < b.key ? -1 : 1));
  const of = (lightCase: LightCase): PathLighting => {
    const burning = all.filter(({ role }) => burnsIn(lightCase, role));
    const lamps = burning.flatMap(({ mounted }) => mounted ?? []);
    const own = burning.flatMap(({ unknown }) => unknown ?? []);
    if (lightCase === 'proposed') return { lamps, existing: settled(partly(own), before?.proposed.existing) };
    if (around.knowledge === 'unknown') return { lamps, existing: NOBODY_KNOWS };
    const standing = around.background.filter((lamp) => apart(lamps, lamp));
    return { lamps, existing: settled(partly([...own, ...standing]), before?.[lightCase].existing) };
  };
  return Object.fromEntries(LIGHT_CASES.map((lightCase) => [lightCase, of(lightCase)])) as Lighting;
}
