import { lineLengthMetres } from '../../geometry/line.ts';
import {
  FACE_HEIGHT_METRES,
  facingLux,
  horizontalLux,
  type LampReach,
  type LightPoint,
  lampsWithin,
} from './illuminance.ts';
import {
  type ClassVerdict,
  type Judged,
  judge,
  type LightFigures,
  P_CLASSES,
  type PClass,
  REQUIREMENTS,
  type Shortfall,
} from './lightClass.ts';
import { type ExistingLight, isUnknownAt } from './lightKnowledge.ts';
import type { MountedLuminaire } from './luminaire.ts';
import { type GridPoint, type Path, type Span, spanGrid, spansOf } from './pathGrid.ts';

/**
 * Question: how well is a path lit, which class does it reach, where does it fall short and by how much?
 * Method: the grid of `pathGrid.ts`, span by span; horizontal light counts lamps within 12 mounting heights, faces
 * count every lamp within 250 m (a nearer cut can give a false 0 lx), in both walking directions. A path reaches what
 * its worst span reaches. Known light is a lower bound: where lamps of unknown strength stand, a span that falls short
 * is unknown, not dark. Units: metres, lx. Cost: O(points · lamps near the span).
 */

export interface PathLighting {
  /** Lamps of known strength: existing, proposed or both. */
  readonly lamps: readonly MountedLuminaire[];
  readonly existing: ExistingLight;
}

export interface PathDemand {
  readonly wanted: PClass;
  readonly judged: Judged;
  /** Default: 12 mounting heights. */
  readonly reach?: LampReach;
  /** What was worked out before of the same path: spans around which nothing changed are taken from it. */
  readonly memory?: SpanMemory;
}

interface RememberedSpan {
  readonly lamps: readonly MountedLuminaire[];
  readonly existing: ExistingLight;
  readonly light: SpanLight;
}

/** The spans of one path and one demand by their ends; brought up to date by `lightOfPath`. */
export type SpanMemory = Map<string, RememberedSpan>;

export const PATH_REACH: LampReach = { mountingHeights: 12 };
const FACE_REACH_METRES = 250;

export interface SpanLight {
  readonly span: Span;
  readonly points: readonly GridPoint[];
  readonly horizontalLux: Float64Array;
  readonly figures: LightFigures;
  /** Emin / Ē; 0 where it is dark. */
  readonly uniformity: number;
  readonly verdict: ClassVerdict;
  /** Lamps of unknown strength may add to this span. */
  readonly isLowerBound: boolean;
}

export type PathShortfall = Shortfall & Span;

export interface PathLight {
  readonly spans: readonly SpanLight[];
  /** Mean weighted by length, minima over all points. */
  readonly figures: LightFigures;
  readonly uniformity: number;
  readonly wanted: PClass;
  /** Class of the worst span, null below P6. With unknown lamps about it is at least this. */
  readonly reached: PClass | null;
  /** `missed` only where no unknown lamp could mend it. */
  readonly outcome: 'reached' | 'missed' | 'unknown';
  /** The worst span of each requirement that is not met. */
  readonly shortfalls: readonly PathShortfall[];
  readonly lengthByOutcome: Readonly<Record<'reached' | 'missed' | 'unknown', number>>;
}

const onGround = (point: GridPoint): LightPoint => ({ ...point, heightMetres: 0 });
const atFace = (point: GridPoint): LightPoint => ({ ...point, heightMetres: FACE_HEIGHT_METRES });

/** The lamps that can matter to any of these points. */
function lampsNear(lamps: readonly MountedLuminaire[], points: readonly GridPoint[]): MountedLuminaire[] {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { eastMetres, northMetres } of points) {
    [west, east] = [Math.min(west, eastMetres), Math.max(east, eastMetres)];
    [south, north] = [Math.min(south, northMetres), Math.max(north, northMetres)];
  }
  const r = FACE_REACH_METRES;
  return lamps.filter(
    ({ eastMetres: e, northMetres: n }) => e >= west - r && e <= east + r && n >= south - r && n <= north + r,
  );
}

function figuresAt(points: readonly GridPoint[], lamps: readonly MountedLuminaire[], reach: LampReach) {
  const horizontal = Float64Array.from(points, (point) =>
    horizontalLux(lampsWithin(lamps, onGround(point), reach), onGround(point)),
  );
  let [minimumVertical, minimumSemiCylindrical] = [Infinity, Infinity];
  for (const point of points)
    for (const turn of [0, 180]) {
      const face = facingLux(lamps, atFace(point), point.bearingDegrees + turn);
      minimumVertical = Math.min(minimumVertical, face.verticalLux);
      minimumSemiCylindrical = Math.min(minimumSemiCylindrical, face.semiCylindricalLux);
    }
  const meanHorizontal = horizontal.reduce((sum, lux) => sum + lux, 0) / points.length;
  const minimumHorizontal = horizontal.reduce((least, lux) => Math.min(least, lux), Infinity);
  return {
    horizontal,
    figures: { meanHorizontal, minimumHorizontal, minimumVertical, minimumSemiCylindrical },
  };
}

const uniformityOf = ({ meanHorizontal, minimumHorizontal }: LightFigures): number =>
  meanHorizontal > 0 ? minimumHorizontal / meanHorizontal : 0;

const sameLamps = (some: readonly MountedLuminaire[], others: readonly MountedLuminaire[]): boolean =>
  some.length === others.length && some.every((lamp, i) => lamp === others[i]);

function lightOfSpan(path: Path, lighting: PathLighting, asked: PathDemand & { span: Span }): SpanLight {
  const points = spanGrid(path, asked.span);
  const lamps = lampsNear(lighting.lamps, points);
  const { memory, span } = asked;
  const key = `${span.startMetres} ${span.endMetres}`;
  const known = memory?.get(key);
  if (known && known.existing === lighting.existing && sameLamps(known.lamps, lamps)) return known.light;
  const light = freshSpan(lighting, { ...asked, points, lamps });
  memory?.set(key, { lamps, existing: lighting.existing, light });
  return light;
}

interface FreshSpan extends PathDemand {
  readonly span: Span;
  readonly points: readonly GridPoint[];
  readonly lamps: readonly MountedLuminaire[];
}

function freshSpan(lighting: PathLighting, asked: FreshSpan): SpanLight {
  const { points, lamps } = asked;
  const { horizontal, figures } = figuresAt(points, lamps, asked.reach ?? PATH_REACH);
  return {
    span: asked.span,
    points,
    horizontalLux: horizontal,
    figures,
    uniformity: uniformityOf(figures),
    verdict: judge(figures, asked.wanted, asked.judged),
    isLowerBound: points.some((point) => isUnknownAt(lighting.existing, point)),
  };
}

const outcomeOf = ({ verdict, isLowerBound }: SpanLight): PathLight['outcome'] =>
  verdict.shortfalls.length === 0 ? 'reached' : isLowerBound ? 'unknown' : 'missed';

const lengthOf = ({ startMetres, endMetres }: Span): number => endMetres - startMetres;

function worstShortfalls(spans: readonly SpanLight[]): PathShortfall[] {
  return REQUIREMENTS.flatMap((requirement) => {
    const found = spans.flatMap(({ span, verdict }) =>
      verdict.shortfalls.filter((one) => one.requirement === requirement).map((one) => ({ ...one, ...span })),
    );
    const worst = found.sort((a, b) => b.missingLux - a.missingLux)[0];
    return worst === undefined ? [] : [worst];
  });
}

const rankOf = (reached: PClass | null): number =>
  reached === null ? P_CLASSES.length : P_CLASSES.indexOf(reached);

function figuresOfPath(spans: readonly SpanLight[], length: number): LightFigures {
  const least = (requirement: keyof LightFigures): number =>
    Math.min(...spans.map(({ figures }) => figures[requirement]));
  return {
    meanHorizontal:
      spans.reduce((sum, { span, figures }) => sum + figures.meanHorizontal * lengthOf(span), 0) / length,
    minimumHorizontal: least('minimumHorizontal'),
    minimumVertical: least('minimumVertical'),
    minimumSemiCylindrical: least('minimumSemiCylindrical'),
  };
}

function forgetOthers(memory: SpanMemory | undefined, spans: readonly SpanLight[]): void {
  const kept = new Set(spans.map(({ span }) => `${span.startMetres} ${span.endMetres}`));
  for (const key of memory?.keys() ?? []) if (!kept.has(key)) memory?.delete(key);
}

/** The same work span by span into the demand's memory, for a caller who must be able to stop in between. */
export function* lightSpans(
  path: Path,
  lighting: PathLighting,
  demand: PathDemand & { readonly memory: SpanMemory },
): Generator<undefined> {
  if (!(lineLengthMetres(path.line) > 0)) return;
  for (const span of spansOf(path, lighting.lamps)) {
    lightOfSpan(path, lighting, { ...demand, span });
    yield undefined;
  }
}

/** How well a path is lit. Null for a path without length. */
export function lightOfPath(path: Path, lighting: PathLighting, demand: PathDemand): PathLight | null {
  const length = lineLengthMetres(path.line);
  if (!(length > 0)) return null;
  const spans = spansOf(path, lighting.lamps).map((span) => lightOfSpan(path, lighting, { ...demand, span }));
  forgetOthers(demand.memory, spans);
  const lengthByOutcome = { reached: 0, missed: 0, unknown: 0 };
  for (const span of spans) lengthByOutcome[outcomeOf(span)] += lengthOf(span.span);
  const figures = figuresOfPath(spans, length);
  const worst = Math.max(...spans.map(({ verdict }) => rankOf(verdict.reached)));
  return {
    spans,
    figures,
    uniformity: uniformityOf(figures),
    wanted: demand.wanted,
    reached: P_CLASSES[worst] ?? null,
    outcome: lengthByOutcome.missed > 0 ? 'missed' : lengthByOutcome.unknown > 0 ? 'unknown' : 'reached',
    shortfalls: worstShortfalls(spans),
    lengthByOutcome,
  };
}

/** Which lamps burn in a comparison. */
export const LIGHT_CASES = ['existing', 'proposed', 'both'] as const;
export type LightCase = (typeof LIGHT_CASES)[number];

/**
 * The same path with the existing lamps, with the proposed alone, and with both. The proposed alone leaves existing
 * light out on purpose, known or not: it answers "is the proposal enough by itself?".
 */
export function compareLight(
  path: Path,
  lamps: { existing: PathLighting; proposed: readonly MountedLuminaire[] },
  demand: PathDemand,
): Readonly<Record<LightCase, PathLight | null>> {
  const { existing, proposed } = lamps;
  const of = (lighting: PathLighting): PathLight | null => lightOfPath(path, lighting, demand);
  return {
    existing: of(existing),
    proposed: of({ lamps: proposed, existing: { kind: 'known' } }),
    both: of({ lamps: [...existing.lamps, ...proposed], existing: existing.existing }),
  };
}
