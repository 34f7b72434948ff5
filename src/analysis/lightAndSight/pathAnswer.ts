/**
 * Question: how is one stråk lit today, by the plan alone and by both; who sees it; and where is it lit and seen at once?
 * Method: `pathLight.ts` and `lightProfile.ts` for each case, `pathCoverage.ts` and `together.ts` for the cameras. Lamps farther
 *   than 250 m from the stråk are left out beforehand. Units: metres, lx. Cost: O(points · lamps near).
 */
import type { PlanStrakFeature } from '../../domain/proposal.ts';
import { type Line, lineLengthMetres, placesAtChainages } from '../../geometry/line.ts';
import type { Plane } from '../../geometry/plane.ts';
import { boxAround, type PlaneBox } from '../../geometry/ring.ts';
import { horizontalLux, lampsWithin } from '../light/illuminance.ts';
import { P_CLASS_LUX, type PClass } from '../light/lightClass.ts';
import { type ExistingLight, isUnknownAt } from '../light/lightKnowledge.ts';
import { darkGaps, lampSpacings, lightProfile, stretches } from '../light/lightProfile.ts';
import type { MountedLuminaire } from '../light/luminaire.ts';
import type { Path } from '../light/pathGrid.ts';
import {
  LIGHT_CASES,
  type LightCase,
  lightOfPath,
  lightSpans,
  PATH_REACH,
  type PathLighting,
  type SpanMemory,
} from '../light/pathLight.ts';
import { type DensityScale, SCALE_2014, SCALE_2025 } from '../sight/densityLevels.ts';
import { type DisclosedCamera, publicPathCoverageOf } from '../sight/disclosure.ts';
import { pathCoverageOf } from '../sight/pathCoverage.ts';
import { bestDensityOf, type TogetherQuestion, togetherAlong } from '../sight/together.ts';
import type { Watcher } from '../sight/watcher.ts';
import {
  type CaseAnswer,
  DEFAULT_CLASS,
  DEFAULT_WIDTH_METRES,
  type DrawnStretch,
  type Settings,
  type StrakAnswer,
  type StretchAnswer,
} from './question.ts';

/** A stråk in the plane, and what has been worked out of it before. */
export interface KeptStrak {
  readonly feature: PlanStrakFeature;
  readonly path: Path;
  readonly box: PlaneBox;
  readonly memories: Map<string, SpanMemory>;
}

/** A stråk ready to be asked about; undefined without length. */
export function keepStrak(feature: PlanStrakFeature, line: Line): KeptStrak | undefined {
  const box = boxAround(line);
  if (box === undefined || !(lineLengthMetres(line) > 0)) return undefined;
  const widthMetres = feature.properties.widthMetres ?? DEFAULT_WIDTH_METRES;
  return { feature, path: { line, widthMetres }, box, memories: new Map() };
}

/** Nothing farther away matters to the light of a face. */
export const NEAR_METRES = 250;

export const isNearBox = (
  [west, south, east, north]: PlaneBox,
  at: { eastMetres: number; northMetres: number },
  metres = NEAR_METRES,
): boolean =>
  at.eastMetres >= west - metres &&
  at.eastMetres <= east + metres &&
  at.northMetres >= south - metres &&
  at.northMetres <= north + metres;

/** The lamps of each case, and all cameras. */
export interface Surroundings {
  readonly plane: Plane;
  readonly lighting: Readonly<Record<LightCase, PathLighting>>;
  readonly watchers: readonly Watcher[];
  readonly disclosed: readonly DisclosedCamera[];
  readonly settings: Settings;
}

export const scaleOf = (scaleId: DensityScale['id']): DensityScale =>
  scaleId === SCALE_2014.id ? SCALE_2014 : SCALE_2025;

/** The part of a line between two chainages, with its own corners between them. */
function partOf(line: Line, { startMetres, endMetres }: StretchAnswer, plane: Plane): DrawnStretch['line'] {
  const corners: number[] = [];
  let passed = 0;
  for (let i = 1; i < line.length; i += 1) {
    const [from, to] = [line[i - 1], line[i]];
    passed += from && to ? Math.hypot(to[0] - from[0], to[1] - from[1]) : 0;
    if (passed > startMetres && passed < endMetres) corners.push(passed);
  }
  return placesAtChainages(line, [startMetres, ...corners, endMetres]).map(({ point }) =>
    plane.toLngLat(point),
  );
}

const drawn =
  (line: Line, plane: Plane) =>
  (stretch: StretchAnswer): DrawnStretch => ({
    ...stretch,
    line: partOf(line, stretch, plane),
  });

function memoryOf(
  memories: KeptStrak['memories'],
  { lightCase, wanted, settings }: { lightCase: LightCase; wanted: PClass; settings: Settings },
): SpanMemory {
  const key = `${lightCase} ${wanted} ${settings.judged}`;
  const memory: SpanMemory = memories.get(key) ?? new Map();
  memories.set(key, memory);
  return memory;
}

function caseAnswer(
  { path, memories }: KeptStrak,
  lighting: PathLighting,
  asked: { wanted: PClass; settings: Settings; lightCase: LightCase; plane: Plane },
): CaseAnswer | null {
  const { wanted, settings, lightCase, plane } = asked;
  const memory = memoryOf(memories, { lightCase, wanted, settings });
  const light = lightOfPath(path, lighting, { wanted, judged: settings.judged, memory });
  if (light === null) return null;
  const profile = lightProfile(path, lighting);
  const thresholdLux = P_CLASS_LUX[wanted].minimumHorizontal;
  return {
    lampCount: lighting.lamps.length,
    figures: light.figures,
    uniformity: light.uniformity,
    reached: light.reached,
    outcome: light.outcome,
    shortfalls: light.shortfalls,
    isOverlit: light.spans.some(({ verdict }) => verdict.isOverlit),
    lengthByOutcome: light.lengthByOutcome,
    ...profile,
    gaps: darkGaps(profile, thresholdLux).map(drawn(path.line, plane)),
    unknownStretches: stretches(profile, 'unknown', thresholdLux).map(drawn(path.line, plane)),
    spacings: lampSpacings(path, lighting.lamps),
  };
}

/** Light at points, undefined where it is less than either limit and more may be there that nobody knows. */
export const luxLookup =
  (
    luxOf: (point: { eastMetres: number; northMetres: number; heightMetres: number }) => number,
    asked: { existing: ExistingLight; enoughLux: number },
  ): TogetherQuestion['luxAt'] =>
  ([eastMetres, northMetres]) => {
    const point = { eastMetres, northMetres, heightMetres: 0 };
    const lux = luxOf(point);
    return lux < asked.enoughLux && isUnknownAt(asked.existing, point) ? undefined : lux;
  };

const nearLighting = ({ lamps, existing }: PathLighting, box: PlaneBox): PathLighting => ({
  lamps: lamps.filter((lamp) => isNearBox(box, lamp)),
  existing,
});

const withinReach =
  (lamps: readonly MountedLuminaire[]) =>
  (point: { eastMetres: number; northMetres: number; heightMetres: number }): number =>
    horizontalLux(lampsWithin(lamps, point, PATH_REACH), point);

/** The slow part of `strakAnswer`, in steps, kept with the stråk: among many lamps a whole stråk takes longer than a frame. */
export function* strakSteps(
  strak: KeptStrak,
  { lighting, settings }: Pick<Surroundings, 'lighting' | 'settings'>,
): Generator<undefined> {
  const { path, box, memories, feature } = strak;
  const wanted = settings.wanted[feature.properties.id] ?? DEFAULT_CLASS;
  for (const lightCase of LIGHT_CASES) {
    const memory = memoryOf(memories, { lightCase, wanted, settings });
    const demand = { wanted, judged: settings.judged, memory };
    yield* lightSpans(path, nearLighting(lighting[lightCase], box), demand);
  }
}

/** Everything about one stråk. */
export function strakAnswer(strak: KeptStrak, around: Surroundings): StrakAnswer {
  const { feature, path, box } = strak;
  const { plane, settings, watchers, disclosed } = around;
  const { id, widthMetres } = feature.properties;
  const wanted = settings.wanted[id] ?? DEFAULT_CLASS;
  const thresholdLux = P_CLASS_LUX[wanted].minimumHorizontal;
  const lighting = LIGHT_CASES.map((name) => [name, nearLighting(around.lighting[name], box)] as const);
  const light = lighting.map(
    ([lightCase, lit]) =>
      [lightCase, caseAnswer(strak, lit, { wanted, settings, lightCase, plane })] as const,
  );
  const chosen = nearLighting(around.lighting[settings.lightCase], box);
  const seen = pathCoverageOf(path.line, watchers, { scale: scaleOf(settings.scaleId) });
  const together = togetherAlong(path.line, {
    luxAt: luxLookup(withinReach(chosen.lamps), {
      existing: chosen.existing,
      enoughLux: Math.max(thresholdLux, settings.cameraLux),
    }),
    densityAt: bestDensityOf(watchers),
    limits: {
      litLux: thresholdLux,
      cameraLux: settings.cameraLux,
      pixelsPerMetre: settings.seenPixelsPerMetre,
    },
  });
  const residents = publicPathCoverageOf(path.line, disclosed);
  const stretch = ({ fromMetres, toMetres, lengthMetres }: (typeof seen.unseen)[number]) => ({
    startMetres: fromMetres,
    endMetres: toMetres,
    lengthMetres,
  });
  return {
    id,
    lengthMetres: lineLengthMetres(path.line),
    widthMetres: path.widthMetres,
    isWidthAssumed: widthMetres === undefined,
    wanted,
    thresholdLux,
    light: Object.fromEntries(light) as StrakAnswer['light'],
    seen: {
      seenShare: seen.seenShare,
      shareByLevel: seen.shareByLevel,
      shareByCameraCount: seen.shareByCameraCount,
      overlapShare: seen.overlapShare,
      faceForwardShare: seen.faceForwardShare,
      faceBackwardShare: seen.faceBackwardShare,
      unseen: seen.unseen.map(stretch).map(drawn(path.line, plane)),
    },
    together: together.shares,
    stretches: together.stretches.map((part) => ({ ...stretch(part), state: part.state })),
    residents: { seenShare: residents.seenShare, nearCameraShare: residents.nearCameraShare },
  };
}
