import { intensityAt } from './intensity.ts';
import type { Photometry } from './photometry.ts';

/** One curve of a polar diagram: signed gamma (left plane negative) against cd/klm. */
export interface PolarCurve {
  /** The plane on the right; the left half shows its opposite, 180° on. */
  readonly azimuthDegrees: number;
  /** From −180 (left, up) over 0 (down) to 180 (right, up). */
  readonly verticalsDegrees: Float64Array;
  readonly candelasPerKilolumen: Float64Array;
  /** The same curve as x (right) and y (down) in cd/klm, pairs one after the other, ready to be scaled and drawn. */
  readonly points: Float64Array;
}

export interface PolarDiagram {
  readonly curves: readonly PolarCurve[];
  readonly maximumCandelasPerKilolumen: number;
  /** Radii of round numbers for the rings, cd/klm, the outermost not below the maximum. */
  readonly rings: readonly number[];
}

const RADIANS = Math.PI / 180;

function ringsFor(maximum: number): number[] {
  if (!(maximum > 0)) return [1];
  const rough = maximum / 4;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = ([1, 2, 2.5, 5, 10].find((nice) => nice * power >= rough) ?? 10) * power;
  return Array.from({ length: Math.ceil(maximum / step - 1e-9) }, (_, i) => (i + 1) * step);
}

/** The data of a polar diagram through C0–C180 and C90–C270 (or the planes asked for), stepped by `stepDegrees`. */
export function polarDiagram(
  photometry: Photometry,
  planes: readonly number[] = [0, 90],
  stepDegrees = 2.5,
): PolarDiagram {
  const half = Math.round(180 / stepDegrees);
  const curves = planes.map((azimuthDegrees): PolarCurve => {
    const verticalsDegrees = Float64Array.from({ length: 2 * half + 1 }, (_, i) => (i - half) * stepDegrees);
    const candelasPerKilolumen = verticalsDegrees.map((vertical) =>
      intensityAt(photometry, vertical < 0 ? azimuthDegrees + 180 : azimuthDegrees, Math.abs(vertical)),
    );
    const points = new Float64Array(2 * verticalsDegrees.length);
    verticalsDegrees.forEach((vertical, i) => {
      const radius = candelasPerKilolumen[i] as number;
      points[2 * i] = radius * Math.sin(vertical * RADIANS);
      points[2 * i + 1] = radius * Math.cos(vertical * RADIANS);
    });
    return { azimuthDegrees, verticalsDegrees, candelasPerKilolumen, points };
  });
  const maximum = curves.reduce(
    (most, curve) => curve.candelasPerKilolumen.reduce((a, b) => Math.max(a, b), most),
    0,
  );
  return { curves, maximumCandelasPerKilolumen: maximum, rings: ringsFor(maximum) };
}
