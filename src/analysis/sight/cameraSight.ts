/**
 * Question: what does one camera see among buildings, and how well where?
 * Method: the camera's stand (obstacles.ts), its picture on a level (footprint.ts) as limits of a sweep (sweep.ts). The zone of a
 *   density level is the same sweep with the level's line (pinhole) or circle (wide lens) as its far limit.
 * Units: metres, degrees, pixels per metre.
 * Complexity: one sweep for the view and one for each level.
 */
import type { PlanePoint } from '../../geometry/plane.ts';
import type { Segment } from '../../geometry/segment.ts';
import { shapeOf } from './bands.ts';
import { type DensityScale, SCALE_2025 } from './densityLevels.ts';
import { footprintOf, fromAlongAndAcross, groundRangeMetres, type Mount } from './footprint.ts';
import { type Obstacles, standOf } from './obstacles.ts';
import type { SeenShape } from './outline.ts';
import { type Sweep, sweepOf, type View } from './sweep.ts';

/** What is asked of a camera beyond how it hangs. */
export interface CameraQuestion {
  /** The plane on which the view is drawn; default the ground. */
  levelMetres?: number;
  scale?: DensityScale;
  /** No farther than this, whatever the density. */
  rangeMetres?: number;
}

/** The part of the view where a level is reached or bettered. Zones are nested. */
export interface DensityZone extends SeenShape {
  levelId: string;
  pixelsPerMetre: number;
}

/** What a camera sees. */
export interface CameraSight {
  kind: 'sees';
  /** As it hangs after being moved out of a wall. */
  mount: Mount;
  movedMetres: number;
  sweep: Sweep;
  /** Everything seen with the scale's lowest level or better. */
  shape: SeenShape;
  /** One for each level of the scale, rising. */
  zones: DensityZone[];
}

/** What a camera sees, or why it cannot stand there. */
export type CameraSightResult = CameraSight | { kind: 'inside-building'; obstacle: number };

/** A camera's view as far as a density is kept; undefined when the picture does not meet the level there. */
export function viewAtDensity(
  mount: Mount,
  pixelsPerMetre: number,
  question: CameraQuestion = {},
): View | undefined {
  const level = question.levelMetres ?? 0;
  const kept = Math.min(groundRangeMetres(mount, pixelsPerMetre, level), question.rangeMetres ?? Infinity);
  const heights = { heightMetres: mount.heightMetres, targetHeightMetres: level };
  const picture = footprintOf(mount, level);
  if (picture === undefined || kept <= 0) return undefined;
  const { at, bearingDegrees, optics } = mount;
  if (optics.projection === 'equidistant') {
    const nearMetres = optics.horizontalDegrees < 180 ? Math.max(0, picture.nearMetres) : 0;
    if (nearMetres >= kept) return undefined;
    const fieldOfViewDegrees = optics.horizontalDegrees;
    return { at, bearingDegrees, fieldOfViewDegrees, rangeMetres: kept, nearMetres, ...heights };
  }
  const { nearMetres, nearHalfWidthMetres, farMetres = Infinity, widening } = picture;
  const far = Math.min(farMetres, kept);
  if (far <= nearMetres) return undefined;
  const farHalfWidth = nearHalfWidthMetres + (far - nearMetres) * widening;
  const corner = (along: number, across: number): PlanePoint => fromAlongAndAcross(mount, along, across);
  const corners = [
    corner(nearMetres, -nearHalfWidthMetres),
    corner(far, -farHalfWidth),
    corner(far, farHalfWidth),
    corner(nearMetres, nearHalfWidthMetres),
  ] as const;
  const limits: Segment[] = [
    [corners[0], corners[1]],
    [corners[1], corners[2]],
    [corners[2], corners[3]],
  ];
  const toCorner = Math.hypot(far, farHalfWidth);
  const rangeMetres = Math.min(question.rangeMetres ?? Infinity, toCorner * (1 + 1e-9));
  // A picture that takes in the camera's own foot lies around it: all four sides are limits.
  if (nearMetres <= 0) {
    const around = Math.hypot(nearMetres, nearHalfWidthMetres) * (1 + 1e-9);
    const whole = { fieldOfViewDegrees: 360, limits: [...limits, [corners[3], corners[0]] as const] };
    return { at, bearingDegrees, rangeMetres: Math.max(rangeMetres, around), ...whole, ...heights };
  }
  const fieldOfViewDegrees = (2 * Math.atan2(nearHalfWidthMetres, nearMetres) * 180) / Math.PI;
  return { at, bearingDegrees, fieldOfViewDegrees, rangeMetres, nearMetres, limits, ...heights };
}

const NOTHING: SeenShape = { outlines: [], areaSquareMetres: 0 };
const seenIn = (obstacles: Obstacles, view: View | undefined): SeenShape =>
  view === undefined ? NOTHING : shapeOf(sweepOf(obstacles, view));

/** What a camera sees among obstacles, by level of the scale (default the edition of 2025). */
export function cameraSightOf(
  obstacles: Obstacles,
  camera: Mount,
  question: CameraQuestion = {},
): CameraSightResult {
  const stand = standOf(obstacles, camera.at, camera.heightMetres);
  if (stand.kind === 'inside-building') return stand;
  const mount: Mount = { ...camera, at: stand.at };
  const levels = (question.scale ?? SCALE_2025).levels;
  const views = levels.map(({ pixelsPerMetre }) => viewAtDensity(mount, pixelsPerMetre, question));
  const widest = views[0] ?? { at: mount.at, bearingDegrees: 0, fieldOfViewDegrees: 360, rangeMetres: 0 };
  const zones = levels.map(({ id, pixelsPerMetre }, i) => ({
    levelId: id,
    pixelsPerMetre,
    ...seenIn(obstacles, views[i]),
  }));
  const { outlines, areaSquareMetres } = zones[0] ?? { levelId: '', pixelsPerMetre: 0, ...NOTHING };
  return {
    kind: 'sees',
    mount,
    movedMetres: stand.movedMetres,
    sweep: sweepOf(obstacles, widest),
    shape: { outlines, areaSquareMetres },
    zones,
  };
}
