/**
 * Question: which parts of the plane are seen when the view on one ray may be broken: by a blind zone before the picture, or
 *   by low buildings whose shadow ends where the ray clears the roof?
 * Method: the turn is cut at every ray where anything begins, ends or crosses, so that between two cuts the same boundaries
 *   follow each other on all rays. There the seen parts are bands between two boundaries, each a straight line or the
 *   range circle; bands that meet at a cut are joined to outlines.
 * Units: metres, square metres.
 * Complexity: O(b² + c·b) for b boundaries (walls met and low sides) and c cuts; b is the number near the camera.
 */
import type { PlanePoint } from '../../geometry/plane.ts';
import { addArc, type SeenShape, sectorSquareMetres, starOf, withoutRepeats } from './outline.ts';
import { rayThrough, rayX, rayY } from './ray.ts';
import { type Frame, fromFrame, type Sweep, spanAt } from './sweep.ts';

/** A straight boundary p–q in the viewer's axes, the viewer's own place, or the range circle. */
type Boundary = { kind: 'line'; p: PlanePoint; q: PlanePoint } | { kind: 'viewer' } | { kind: 'range' };
type LineBoundary = Extract<Boundary, { kind: 'line' }>;

/** Part of every ray between two cuts. */
interface Band {
  inner: Boundary;
  outer: Boundary;
}

const VIEWER: Boundary = { kind: 'viewer' };
const RANGE: Boundary = { kind: 'range' };
const line = (p: PlanePoint, q: PlanePoint): LineBoundary => ({ kind: 'line', p, q });

/** Where a ray meets a boundary. */
function pointOn(frame: Frame, boundary: Boundary, ray: number): PlanePoint {
  const [dx, dy] = [rayX(ray), rayY(ray)];
  if (boundary.kind === 'viewer') return [0, 0];
  let steps = frame.rangeMetres / Math.hypot(dx, dy);
  if (boundary.kind === 'line') {
    const { p, q } = boundary;
    const across = dx * (q[1] - p[1]) - dy * (q[0] - p[0]);
    steps = Math.min(steps, across === 0 ? Infinity : (p[0] * q[1] - p[1] * q[0]) / across);
  }
  return [dx * steps, dy * steps];
}

const farness = (frame: Frame, boundary: Boundary, ray: number): number =>
  boundary.kind === 'viewer' ? 0 : Math.hypot(...pointOn(frame, boundary, ray));

const scaled = (by: number, [x, y]: PlanePoint): PlanePoint => [x * by, y * by];

/** Everything that a seen part can end at, in the viewer's axes. */
interface Scene {
  sweep: Sweep;
  near: LineBoundary | undefined;
  /** Near and far end of the shadow of each low side. */
  low: { obstacle: number; side: LineBoundary; shadow: LineBoundary }[];
  walls: LineBoundary[];
}

function sceneOf(sweep: Sweep): Scene {
  const { frame, low, walls } = sweep;
  const [mx, my] = frame.middle;
  // Long enough to stand before the whole of a view under 180°, cut at the view's own edges.
  const wide = 100 * frame.rangeMetres;
  const foot = scaled(frame.nearMetres, frame.middle);
  const near = line([foot[0] + my * wide, foot[1] - mx * wide], [foot[0] - my * wide, foot[1] + mx * wide]);
  return {
    sweep,
    near: frame.nearMetres > 0 ? near : undefined,
    low: low.obstacle.map((obstacle, i) => {
      const [px = 0, py = 0, qx = 0, qy = 0] = low.ends.slice(4 * i, 4 * i + 4);
      const reach = low.reach[i] ?? 1;
      const shadow = line(scaled(reach, [px, py]), scaled(reach, [qx, qy]));
      return { obstacle, side: line([px, py], [qx, qy]), shadow };
    }),
    walls: Array.from({ length: walls.length / 6 }, (_, i) => {
      const [px = 0, py = 0, ex = 0, ey = 0] = walls.subarray(6 * i, 6 * i + 4);
      return line([px, py], [px + ex, py + ey]);
    }),
  };
}

/** Where two segments cross, or nothing. */
function crossing({ p, q }: LineBoundary, { p: r, q: s }: LineBoundary): PlanePoint | undefined {
  const [ex, ey, fx, fy] = [q[0] - p[0], q[1] - p[1], s[0] - r[0], s[1] - r[1]];
  const across = ex * fy - ey * fx;
  const first = ((r[0] - p[0]) * fy - (r[1] - p[1]) * fx) / across;
  const second = ((r[0] - p[0]) * ey - (r[1] - p[1]) * ex) / across;
  const meets = across !== 0 && first >= 0 && first <= 1 && second >= 0 && second <= 1;
  return meets ? [p[0] + ex * first, p[1] + ey * first] : undefined;
}

/** Where a segment crosses the range circle. */
function circleCrossings({ p, q }: LineBoundary, rangeMetres: number): PlanePoint[] {
  const [ex, ey] = [q[0] - p[0], q[1] - p[1]];
  const a = ex * ex + ey * ey;
  const half = p[0] * ex + p[1] * ey;
  const discriminant = half * half - a * (p[0] * p[0] + p[1] * p[1] - rangeMetres ** 2);
  if (a === 0 || discriminant < 0) return [];
  return [-1, 1]
    .map((sign) => (-half + sign * Math.sqrt(discriminant)) / a)
    .filter((share) => share >= 0 && share <= 1)
    .map((share) => [p[0] + ex * share, p[1] + ey * share]);
}

/** All rays at which anything begins, ends or crosses, in order. */
function cutsOf({ sweep: { frame, spans }, near, low, walls }: Scene): number[] {
  const moving = [...(near ? [near] : []), ...low.flatMap(({ side, shadow }) => [side, shadow])];
  const points = low.flatMap(({ side }) => [side.p, side.q]);
  moving.forEach((boundary, i) => {
    points.push(...circleCrossings(boundary, frame.rangeMetres));
    for (const other of [...moving.slice(i + 1), ...walls]) {
      const met = crossing(boundary, other);
      if (met !== undefined) points.push(met);
    }
  });
  const rays = points.map(([x, y]) => rayThrough(x, y));
  const all = [0, frame.lastRay, ...spans.start, ...spans.end, ...rays];
  return [...new Set(all.filter((ray) => ray >= 0 && ray <= frame.lastRay))].sort((a, b) => a - b);
}

/** Hidden parts of a ray by low buildings: from where the ray enters one to where the shadow of its far side ends. */
function hiddenBands({ sweep, low }: Scene, ray: number): Band[] {
  const [dx, dy] = [rayX(ray), rayY(ray)];
  const met = low.filter(({ side: { p, q } }) => {
    const [before, after] = [dx * p[1] - dy * p[0], dx * q[1] - dy * q[0]];
    if (before > 0 === after > 0) return false;
    return (p[0] * q[1] - p[1] * q[0]) / (dx * (q[1] - p[1]) - dy * (q[0] - p[0])) > 0;
  });
  const hidden: Band[] = [];
  for (const obstacle of new Set([...sweep.low.beneath, ...met.map((entry) => entry.obstacle)])) {
    const sides = met
      .filter((entry) => entry.obstacle === obstacle)
      .sort((a, b) => farness(sweep.frame, a.side, ray) - farness(sweep.frame, b.side, ray));
    let inner: Boundary | undefined = sweep.low.beneath.has(obstacle) ? VIEWER : undefined;
    for (const { side, shadow } of sides) {
      if (inner === undefined) inner = side;
      else {
        hidden.push({ inner, outer: shadow });
        inner = undefined;
      }
    }
    // The building goes on beyond the range.
    if (inner !== undefined) hidden.push({ inner, outer: RANGE });
  }
  return hidden;
}

/** The seen parts of a ray, from near to far. */
function seenBands(scene: Scene, ray: number): Band[] {
  const { frame, spans } = scene.sweep;
  const span = spanAt(spans, ray);
  const last: Boundary = span < 0 ? RANGE : (scene.walls[spans.wall[span] as number] ?? RANGE);
  const end = farness(frame, last, ray);
  const hidden = [...hiddenBands(scene, ray), ...(scene.near ? [{ inner: VIEWER, outer: scene.near }] : [])]
    .map((band) => ({
      ...band,
      from: farness(frame, band.inner, ray),
      to: farness(frame, band.outer, ray),
    }))
    .sort((a, b) => a.from - b.from);
  const seen: Band[] = [];
  let inner: Boundary = VIEWER;
  let reached = 0;
  for (const { inner: next, outer, from, to } of hidden) {
    if (from >= end) break;
    if (from > reached) seen.push({ inner, outer: next });
    if (to > reached) [inner, reached] = [outer, to];
  }
  if (reached < end) seen.push({ inner, outer: last });
  return seen;
}

/** An outline growing from cut to cut: its near side and its far side. */
interface Strip {
  near: PlanePoint[];
  far: PlanePoint[];
}

const isSamePlace = (a: PlanePoint | undefined, b: PlanePoint): boolean =>
  a !== undefined && Math.hypot(a[0] - b[0], a[1] - b[1]) < 1e-7;

function areaBetween(frame: Frame, { inner, outer }: Band, [from, to]: readonly [number, number]): number {
  const triangle = (boundary: Boundary): number => {
    const [a, b] = [pointOn(frame, boundary, from), pointOn(frame, boundary, to)];
    return (a[0] * b[1] - a[1] * b[0]) / 2;
  };
  return (outer.kind === 'range' ? sectorSquareMetres(frame, from, to) : triangle(outer)) - triangle(inner);
}

/** The seen shape of any sweep; that of starOf when nothing breaks the view. */
export function shapeOf(sweep: Sweep): SeenShape {
  const { frame, low } = sweep;
  if (low.count === 0 && low.beneath.size === 0 && frame.nearMetres === 0) return starOf(sweep);
  const scene = sceneOf(sweep);
  const cuts = cutsOf(scene);
  const done: Strip[] = [];
  let open: Strip[] = [];
  let areaSquareMetres = 0;
  for (let i = 1; i < cuts.length; i++) {
    const [from, to] = [cuts[i - 1] as number, cuts[i] as number];
    if (to - from < 1e-12) continue;
    const bands = seenBands(scene, (from + to) / 2);
    const growing = bands.map((band) => {
      areaSquareMetres += areaBetween(frame, band, [from, to]);
      return grown(frame, { band, from, to }, open);
    });
    done.push(...open.filter((strip) => !growing.includes(strip)));
    open = growing;
  }
  const outlines = [...done, ...open].map(({ near, far }) => withoutRepeats([...far, ...near.reverse()]));
  return { outlines: outlines.filter((outline) => outline.length > 2), areaSquareMetres };
}

/** The open strip that a band continues, or a new one, with the band's sides added. */
function grown(frame: Frame, step: { band: Band; from: number; to: number }, open: readonly Strip[]): Strip {
  const { band, from, to } = step;
  const at = (boundary: Boundary, ray: number): PlanePoint =>
    fromFrame(frame, ...pointOn(frame, boundary, ray));
  const [nearStart, farStart] = [at(band.inner, from), at(band.outer, from)];
  const isContinued = ({ near, far }: Strip): boolean =>
    isSamePlace(near[near.length - 1], nearStart) && isSamePlace(far[far.length - 1], farStart);
  // Outlines that meet in one point only stay two outlines.
  const isPinched = isSamePlace(nearStart, farStart);
  const strip = (isPinched ? undefined : open.find(isContinued)) ?? { near: [], far: [] };
  strip.near.push(nearStart, at(band.inner, to));
  if (band.outer.kind === 'range') addArc(frame, strip.far, [from, to]);
  else strip.far.push(farStart, at(band.outer, to));
  return strip;
}
