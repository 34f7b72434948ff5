import type { LngLat } from '../../geometry/plane.ts';

/** The graph of segments behind {@link ./multipolygon.ts}: cancel, prune, join at touching vertices, trace. */

/** A place where segments meet. */
export interface Vertex {
  readonly position: LngLat;
  edges: Edge[];
  /** Which edge follows which here; only where more than two meet. */
  partners?: Map<Edge, Edge>;
}

/** An undirected segment between two vertices. */
export interface Edge {
  readonly a: Vertex;
  readonly b: Vertex;
  readonly role: string;
}

export interface TracedRing {
  readonly positions: LngLat[];
  readonly edges: Edge[];
}

/**
 * Cuts ways into segments. OpenStreetMap stores seven decimals, so that equal coordinates are the same place; a
 * segment drawn twice cancels itself.
 */
export function edgesOf(
  ways: readonly { readonly role: string; readonly positions: readonly LngLat[] | undefined }[],
): Edge[] {
  const vertices = new Map<string, Vertex>();
  const vertexAt = (position: LngLat): Vertex => {
    const key = `${position[0]} ${position[1]}`;
    const known = vertices.get(key);
    if (known) return known;
    const made: Vertex = { position, edges: [] };
    vertices.set(key, made);
    return made;
  };
  const edges = new Set<Edge>();
  for (const { role, positions = [] } of ways) {
    let previous: Vertex | undefined;
    for (const position of positions) {
      const current = vertexAt(position);
      if (previous && previous !== current) toggle(edges, { a: previous, b: current, role });
      previous = current;
    }
  }
  return [...edges];
}

function toggle(edges: Set<Edge>, edge: Edge): void {
  const twin = edge.a.edges.find((other) => other.a === edge.b || other.b === edge.b);
  if (twin) {
    edges.delete(twin);
    detach(twin);
    return;
  }
  edges.add(edge);
  edge.a.edges.push(edge);
  edge.b.edges.push(edge);
}

function detach(edge: Edge): void {
  edge.a.edges = edge.a.edges.filter((other) => other !== edge);
  edge.b.edges = edge.b.edges.filter((other) => other !== edge);
}

/** Removes chains that end nowhere, from their loose ends inwards. */
export function removeDangling(edges: readonly Edge[]): { closed: Edge[]; removed: number } {
  const alive = new Set(edges);
  const loose = edges.flatMap(({ a, b }) => [a, b]).filter((vertex) => vertex.edges.length === 1);
  for (let vertex = loose.pop(); vertex; vertex = loose.pop()) {
    const [edge] = vertex.edges;
    if (!edge) continue;
    alive.delete(edge);
    detach(edge);
    const other = edge.a === vertex ? edge.b : edge.a;
    if (other.edges.length === 1) loose.push(other);
  }
  return { closed: [...alive], removed: edges.length - alive.size };
}

/** Walks every segment once and returns simple rings; `open` counts segments that could not be closed. */
export function traceRings(edges: readonly Edge[]): { rings: TracedRing[]; open: number } {
  const vertices = new Set(edges.flatMap(({ a, b }) => [a, b]));
  for (const vertex of vertices) if (vertex.edges.length > 2) vertex.partners = partnersAt(vertex, edges);
  const unused = new Set(edges);
  const rings: TracedRing[] = [];
  let open = 0;
  for (const start of edges) {
    if (!unused.has(start)) continue;
    const walk = walkFrom(start, unused);
    if (walk.closed) rings.push(...simpleRings(walk));
    else open += walk.edges.length;
  }
  return { rings, open };
}

interface Walk {
  readonly vertices: Vertex[];
  readonly edges: Edge[];
  closed: boolean;
}

function walkFrom(start: Edge, unused: Set<Edge>): Walk {
  const walk: Walk = { vertices: [start.a], edges: [start], closed: false };
  unused.delete(start);
  let edge = start;
  let vertex = start.b;
  for (;;) {
    const next: Edge | undefined = vertex.partners
      ? vertex.partners.get(edge)
      : vertex.edges.find((other) => other !== edge);
    if (next === start && vertex === start.a) walk.closed = true;
    if (!next || !unused.has(next)) return walk;
    walk.vertices.push(vertex);
    walk.edges.push(next);
    unused.delete(next);
    edge = next;
    vertex = next.a === vertex ? next.b : next.a;
  }
}

/** Cuts a closed walk wherever it comes back to a vertex, so that no ring touches itself. */
function simpleRings({ vertices, edges }: Walk): TracedRing[] {
  const rings: TracedRing[] = [];
  const stack: { vertex: Vertex; edge: Edge }[] = [];
  const on = new Map<Vertex, number>();
  vertices.forEach((vertex, index) => {
    const seen = on.get(vertex);
    if (seen !== undefined) {
      const loop = stack.splice(seen);
      for (const step of loop) on.delete(step.vertex);
      rings.push(ringOf(loop));
    }
    on.set(vertex, stack.length);
    stack.push({ vertex, edge: edges[index] as Edge });
  });
  rings.push(ringOf(stack));
  return rings.filter(({ positions }) => positions.length >= 3);
}

const ringOf = (loop: readonly { vertex: Vertex; edge: Edge }[]): TracedRing => ({
  positions: loop.map(({ vertex }) => vertex.position),
  edges: loop.map(({ edge }) => edge),
});

/**
 * Joins the segments at a vertex two and two so that each pair bounds one inside sector. Sectors around the vertex
 * alternate between inside and outside (even-odd), so one test decides them all. An odd number cannot be joined.
 */
function partnersAt(vertex: Vertex, edges: readonly Edge[]): Map<Edge, Edge> {
  const partners = new Map<Edge, Edge>();
  const around = vertex.edges
    .map((edge) => ({ edge, angle: angleFrom(vertex, edge) }))
    .sort((one, other) => one.angle - other.angle);
  if (around.length % 2 === 1) return partners;
  const offset = isSectorInside(vertex, around, edges) ? 0 : 1;
  for (let i = 0; i < around.length; i += 2) {
    const one = around[(i + offset) % around.length]?.edge;
    const other = around[(i + offset + 1) % around.length]?.edge;
    if (!one || !other) continue;
    partners.set(one, other);
    partners.set(other, one);
  }
  return partners;
}

const angleFrom = (vertex: Vertex, edge: Edge): number => {
  const other = edge.a === vertex ? edge.b : edge.a;
  return Math.atan2(other.position[1] - vertex.position[1], other.position[0] - vertex.position[0]);
};

/** Whether the sector between the first two segments is inside: an even-odd ray from the vertex through the sector. */
function isSectorInside(
  vertex: Vertex,
  around: readonly { edge: Edge; angle: number }[],
  edges: readonly Edge[],
): boolean {
  const [first, second] = around;
  if (!first || !second) return false;
  const middle = (first.angle + second.angle) / 2;
  const [dx, dy] = [Math.cos(middle), Math.sin(middle)];
  const [x0, y0] = vertex.position;
  // Side of the ray and place along it; a segment counts when its ends lie on different sides and it is ahead.
  const side = ([x, y]: LngLat): number => dx * (y - y0) - dy * (x - x0);
  let crossings = 0;
  for (const { a, b } of edges) {
    if (a === vertex || b === vertex) continue;
    const sideA = side(a.position);
    const sideB = side(b.position);
    if (sideA > 0 === sideB > 0) continue;
    const share = sideA / (sideA - sideB);
    const x = a.position[0] + share * (b.position[0] - a.position[0]);
    const y = a.position[1] + share * (b.position[1] - a.position[1]);
    if (dx * (x - x0) + dy * (y - y0) > 0) crossings++;
  }
  return crossings % 2 === 1;
}
