/**
 * Question: which lighting class of EN 13201-2:2015 does a path reach, and what keeps it from the one it should have?
 * Source: P classes; mean and minimum horizontal illuminance from public implementations of the standard. The vertical
 * and semi-cylindrical minima and the 1.5 × rule are from general knowledge and must be confirmed against the
 * standard: they are reported only when face recognition is asked for, and with `confirmed: false`. Units: lx.
 */

export const P_CLASSES = ['P1', 'P2', 'P3', 'P4', 'P5', 'P6'] as const;
export type PClass = (typeof P_CLASSES)[number];

export const REQUIREMENTS = [
  'meanHorizontal',
  'minimumHorizontal',
  'minimumVertical',
  'minimumSemiCylindrical',
] as const;
export type Requirement = (typeof REQUIREMENTS)[number];

/** Maintained minima in lx. */
export const P_CLASS_LUX: Readonly<Record<PClass, Readonly<Record<Requirement, number>>>> = {
  P1: { meanHorizontal: 15, minimumHorizontal: 3, minimumVertical: 5, minimumSemiCylindrical: 5 },
  P2: { meanHorizontal: 10, minimumHorizontal: 2, minimumVertical: 3, minimumSemiCylindrical: 2 },
  P3: { meanHorizontal: 7.5, minimumHorizontal: 1.5, minimumVertical: 2.5, minimumSemiCylindrical: 1.5 },
  P4: { meanHorizontal: 5, minimumHorizontal: 1, minimumVertical: 1.5, minimumSemiCylindrical: 1 },
  P5: { meanHorizontal: 3, minimumHorizontal: 0.6, minimumVertical: 1, minimumSemiCylindrical: 0.6 },
  P6: { meanHorizontal: 2, minimumHorizontal: 0.4, minimumVertical: 0.6, minimumSemiCylindrical: 0.2 },
};

/** A mean above this multiple of the class's own is more light than the class means. */
export const OVERLIGHTING_FACTOR = 1.5;

export type LightFigures = Readonly<Record<Requirement, number>>;

export interface Shortfall {
  readonly requirement: Requirement;
  readonly requiredLux: number;
  readonly actualLux: number;
  readonly missingLux: number;
  /** Missing light in percent of what is required. */
  readonly missingPercent: number;
  /** False where the required value is not verified against the standard's text. */
  readonly confirmed: boolean;
}

/** `ground` asks for mean and minimum on the path; `faces` also for the vertical and semi-cylindrical minima. */
export type Judged = 'ground' | 'faces';

/** What is missing to a class; empty when it is reached. */
export function shortfalls(figures: LightFigures, wanted: PClass, judged: Judged): Shortfall[] {
  return REQUIREMENTS.flatMap((requirement, index) => {
    const isFace = index >= 2;
    if (isFace && judged === 'ground') return [];
    const requiredLux = P_CLASS_LUX[wanted][requirement];
    const actualLux = figures[requirement];
    const missingLux = requiredLux - actualLux;
    if (!(missingLux > 0)) return [];
    const missingPercent = (100 * missingLux) / requiredLux;
    return [{ requirement, requiredLux, actualLux, missingLux, missingPercent, confirmed: !isFace }];
  });
}

/** The most demanding class that is reached, or null below P6. */
export const classReached = (figures: LightFigures, judged: Judged): PClass | null =>
  P_CLASSES.find((wanted) => shortfalls(figures, wanted, judged).length === 0) ?? null;

export interface ClassVerdict {
  readonly wanted: PClass;
  readonly reached: PClass | null;
  readonly shortfalls: readonly Shortfall[];
  /** The mean exceeds 1.5 × the wanted class's: glare, cost and sky glow without need (unverified rule). */
  readonly isOverlit: boolean;
}

/** Judges the figures of a path or field against the wanted class. */
export const judge = (figures: LightFigures, wanted: PClass, judged: Judged): ClassVerdict => ({
  wanted,
  reached: classReached(figures, judged),
  shortfalls: shortfalls(figures, wanted, judged),
  isOverlit: figures.meanHorizontal > OVERLIGHTING_FACTOR * P_CLASS_LUX[wanted].meanHorizontal,
});
