/*
 * Question  Which numbers of a table may be shown, so that nobody can be singled out, not even by subtraction?
 * Method    Numbers from 1 to threshold − 1 are hidden. Then complementary cells and totals are hidden until an attacker
 *           who knows every shown number, and that counts cannot be negative, finds that each small number may still be
 *           anything from 1 to threshold − 1. A table with totals is a circulation in a network (totals are arcs too), so
 *           what an attacker can deduce of a hidden arc is exactly the room that a maximum flow through hidden arcs finds;
 *           where the room is short, the cheapest path hides more.
 * Source    Cox (1995), JASA 90:1453–1462 (network models of complementary suppression);
 *           Willenborg & de Waal, Elements of Statistical Disclosure Control (2001), ch. 4.
 * Units     counts. O(small cells · threshold · (rows · columns + nodes²)).
 * Caution   Protects one table. Two tables of the same events cut differently can still be subtracted: keep areas and
 *           periods fixed, and never count inside a freely drawn polygon for the public.
 */

/** A number between two nodes of the table's network. */
interface Arc {
  readonly from: number;
  readonly to: number;
  readonly count: number;
  hidden: boolean;
}

/** A shown table: `undefined` is hidden. Small and complementary cells look alike on purpose. */
export interface ProtectedTable {
  readonly cells: readonly (readonly (number | undefined)[])[];
  readonly rowTotals: readonly (number | undefined)[];
  readonly columnTotals: readonly (number | undefined)[];
  readonly total: number | undefined;
}

/** A shown list of counts and its total. */
export interface ProtectedList {
  readonly cells: readonly (number | undefined)[];
  readonly total: number | undefined;
}

/** A list of counts with its total, safe to show. Throws `RangeError` unless counts are whole and not negative. */
export function protectedList(counts: readonly number[], threshold: number): ProtectedList {
  const total = checked(counts, threshold);
  const cells = counts.map((count): Arc => ({ from: 0, to: 1, count, hidden: false }));
  const whole: Arc = { from: 1, to: 0, count: total, hidden: false };
  protect([...cells, whole], 2, threshold);
  return { cells: cells.map(shown), total: shown(whole) };
}

/** A table of counts with row and column totals, safe to show. */
export function protectedTable(counts: readonly (readonly number[])[], threshold: number): ProtectedTable {
  const [rows, columns] = [counts.length, counts[0]?.length ?? 0];
  const total = checked(counts.flat(), threshold);
  // Nodes: rows, then columns, then one where totals meet. Around it every number flows back.
  const meeting = rows + columns;
  const cells = counts.map((row, i) =>
    row.map((count, j): Arc => ({ from: i, to: rows + j, count, hidden: false })),
  );
  const rowTotals = counts.map(
    (row, i): Arc => ({
      from: meeting,
      to: i,
      count: row.reduce((sum, count) => sum + count, 0),
      hidden: false,
    }),
  );
  const columnTotals = Array.from(
    { length: columns },
    (_, j): Arc => ({
      from: rows + j,
      to: meeting + 1,
      count: counts.reduce((sum, row) => sum + (row[j] ?? 0), 0),
      hidden: false,
    }),
  );
  const whole: Arc = { from: meeting + 1, to: meeting, count: total, hidden: false };
  protect([...cells.flat(), ...rowTotals, ...columnTotals, whole], rows + columns + 2, threshold);
  return {
    cells: cells.map((row) => row.map(shown)),
    rowTotals: rowTotals.map(shown),
    columnTotals: columnTotals.map(shown),
    total: shown(whole),
  };
}

const shown = ({ hidden, count }: Arc): number | undefined => (hidden ? undefined : count);

function checked(counts: readonly number[], threshold: number): number {
  // Below three a hidden number could only be 1: hiding it would hide nothing.
  if (!(Number.isInteger(threshold) && threshold >= 3))
    throw new RangeError(`A threshold is a whole number of at least 3, was ${threshold}.`);
  const wrong = counts.find((count) => !(Number.isSafeInteger(count) && count >= 0));
  if (wrong !== undefined) throw new RangeError(`Counts are whole and not negative, one was ${wrong}.`);
  return counts.reduce((sum, count) => sum + count, 0);
}

/** Hides small numbers, then whatever else is needed so that they stay hidden. */
function protect(arcs: readonly Arc[], nodes: number, threshold: number): void {
  const small = arcs.filter(({ count }) => count > 0 && count < threshold);
  for (const arc of small) arc.hidden = true;
  const network: Network = { arcs, touching: arcsByNode(arcs, nodes), priceOfZero: priceOfZero(arcs) };
  for (const arc of small) {
    makeRoom(network, { arc, amount: threshold - 1 - arc.count, direction: 'up' });
    makeRoom(network, { arc, amount: arc.count - 1, direction: 'down' });
  }
}

interface Network {
  readonly arcs: readonly Arc[];
  readonly touching: readonly (readonly number[])[];
  /** Zeros are often zero by nature and known to be: hiding one protects little, so it is the last resort. */
  readonly priceOfZero: number;
}

const priceOfZero = (arcs: readonly Arc[]): number => arcs.reduce((sum, { count }) => sum + count + 1, 1);

function arcsByNode(arcs: readonly Arc[], nodes: number): number[][] {
  const touching: number[][] = Array.from({ length: nodes }, () => []);
  arcs.forEach(({ from, to }, index) => {
    touching[from]?.push(index);
    touching[to]?.push(index);
  });
  return touching;
}

interface Room {
  readonly arc: Arc;
  readonly amount: number;
  readonly direction: 'up' | 'down';
}

/**
 * Lets `arc` differ by `amount` while every shown number stays: pushes that much around it, one cheapest path at a time,
 * and hides the arcs of the path. Hidden arcs cost nothing, so nothing more is hidden than the flow needs.
 */
function makeRoom(network: Network, { arc, amount, direction }: Room): void {
  const change = new Map<Arc, number>();
  const [source, sink] = direction === 'up' ? [arc.to, arc.from] : [arc.from, arc.to];
  for (let left = amount; left > 0; ) {
    const path = cheapestPath(network, { source, sink, except: arc, change });
    if (path === undefined)
      throw new Error('A table without a way to hide a number: its totals do not add up.');
    const pushed = Math.min(left, ...path.map(({ capacity }) => capacity));
    for (const step of path) {
      step.arc.hidden = true;
      change.set(step.arc, (change.get(step.arc) ?? 0) + (step.forward ? pushed : -pushed));
    }
    left -= pushed;
  }
}

interface Step {
  readonly arc: Arc;
  readonly forward: boolean;
  readonly capacity: number;
}

interface Search {
  readonly source: number;
  readonly sink: number;
  readonly except: Arc;
  readonly change: ReadonlyMap<Arc, number>;
}

/** Dijkstra over arcs that may grow without limit (forward) or shrink to zero (backward). */
function cheapestPath(network: Network, { source, sink, except, change }: Search): Step[] | undefined {
  const nodes = network.touching.length;
  const cost = new Float64Array(nodes).fill(Number.POSITIVE_INFINITY);
  const done = new Uint8Array(nodes);
  const arrivals: (Step | undefined)[] = new Array(nodes).fill(undefined);
  cost[source] = 0;
  for (;;) {
    let node = -1;
    for (let i = 0; i < nodes; i++)
      if (!done[i] && (cost[i] as number) < (node < 0 ? Number.POSITIVE_INFINITY : (cost[node] as number)))
        node = i;
    if (node < 0) return undefined;
    if (node === sink) return pathTo(sink, arrivals);
    done[node] = 1;
    for (const index of network.touching[node] ?? []) {
      const arc = network.arcs[index] as Arc;
      const forward = arc.from === node;
      const capacity = forward ? Number.POSITIVE_INFINITY : arc.count + (change.get(arc) ?? 0);
      if (arc === except || capacity <= 0) continue;
      const next = forward ? arc.to : arc.from;
      const price = arc.hidden ? 0 : arc.count === 0 ? network.priceOfZero : arc.count + 1;
      if ((cost[node] as number) + price < (cost[next] as number)) {
        cost[next] = (cost[node] as number) + price;
        arrivals[next] = { arc, forward, capacity };
      }
    }
  }
}

function pathTo(sink: number, arrivals: readonly (Step | undefined)[]): Step[] {
  const path: Step[] = [];
  for (let node = sink, step = arrivals[node]; step !== undefined; step = arrivals[node]) {
    path.push(step);
    node = step.forward ? step.arc.from : step.arc.to;
  }
  return path;
}
