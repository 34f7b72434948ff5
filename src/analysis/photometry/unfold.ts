/**
 * Question: which planes does a symmetric light distribution have all the way round?
 * Method: mirror each stored plane in the symmetry planes, sort, drop doubles.
 * Units: degrees in, degrees out (0 ≤ C < 360). Cost: O(planes · log planes + values).
 */

/** The planes a file stores, before symmetry. `planes[i]` belongs to `azimuths[i]`. */
export interface StoredPlanes {
  readonly azimuths: readonly number[];
  readonly planes: readonly Float64Array[];
}

/** A mirror maps an azimuth onto the one that shines alike. */
export type Mirror = (azimuthDegrees: number) => number;

export const MIRROR_C0_C180: Mirror = (azimuth) => -azimuth;
export const MIRROR_C90_C270: Mirror = (azimuth) => 180 - azimuth;

/** An azimuth in 0 ≤ C < 360; angles within a millionth of a degree of each other are one. */
export function normalAzimuth(azimuthDegrees: number): number {
  const turned = ((azimuthDegrees % 360) + 360) % 360;
  const rounded = Math.round(turned * 1e6) / 1e6;
  return rounded >= 360 ? 0 : rounded;
}

/** All planes of one full turn, ascending from the smallest azimuth. A stored plane wins over a mirrored one. */
export function unfold(
  stored: StoredPlanes,
  mirrors: readonly Mirror[],
): { azimuthsDegrees: Float64Array; values: Float64Array } {
  const found = new Map<number, Float64Array>();
  const add = (azimuth: number, plane: Float64Array): void => {
    const key = normalAzimuth(azimuth);
    if (!found.has(key)) found.set(key, plane);
  };
  let azimuths = [...stored.azimuths];
  let planes = [...stored.planes];
  for (let i = 0; i < azimuths.length; i += 1) add(azimuths[i] as number, planes[i] as Float64Array);
  for (const mirror of mirrors) {
    for (let i = 0; i < azimuths.length; i += 1)
      add(mirror(azimuths[i] as number), planes[i] as Float64Array);
    azimuths = [...found.keys()];
    planes = [...found.values()];
  }
  const sorted = [...found].sort(([a], [b]) => a - b);
  const length = sorted[0]?.[1].length ?? 0;
  const values = new Float64Array(sorted.length * length);
  sorted.forEach(([, plane], index) => {
    values.set(plane, index * length);
  });
  return { azimuthsDegrees: Float64Array.from(sorted, ([azimuth]) => azimuth), values };
}
