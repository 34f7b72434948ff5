/**
 * A value as cells.
 * Question: which smallest, independent parts does a JSON value consist of, so that two people can change different
 * parts at once, a change can be undone, and a change can be stored?
 * Method: an object's keys form a path; what cannot be split without losing its meaning is one cell: numbers, texts,
 * lists, GeoJSON objects, and an empty object. A difference lists the cells that differ, with both values.
 * Complexity: linear in what differs; parts that are the same object in both values are not entered.
 */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };
export type CellPath = string;
/** An absent side means that the cell did not, or does not any more, exist. */
export interface CellChange {
  readonly before?: Json;
  readonly after?: Json;
}
export type Difference = Readonly<Record<CellPath, CellChange>>;

type JsonObject = { readonly [key: string]: Json };

const GEOJSON_TYPES = new Set([
  'Feature',
  'Point',
  'LineString',
  'Polygon',
  'MultiPoint',
  'MultiLineString',
  'MultiPolygon',
]);
/** Keys that would reach an object's prototype instead of the object. */
const UNSAFE = new Set(['__proto__', 'constructor', 'prototype']);

/** An empty key; a path step is never empty, because the empty path is the value itself. */
const EMPTY_STEP = '~2';

/** One step of a path; escaped as in JSON Pointer (RFC 6901), so that any key can stand in a path. */
export const escapeStep = (key: string): string =>
  key === '' ? EMPTY_STEP : key.replaceAll('~', '~0').replaceAll('/', '~1');
const unescapeStep = (step: string): string =>
  step === EMPTY_STEP ? '' : step.replaceAll('~1', '/').replaceAll('~0', '~');

const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Whether a value is split into its keys. */
function isSplit(value: Json | undefined): value is JsonObject {
  if (!isObject(value)) return false;
  if (typeof value.type === 'string' && GEOJSON_TYPES.has(value.type)) return false;
  return Object.values(value).some((part) => part !== undefined);
}

/** Equality of JSON values; a key that is undefined counts as absent. */
export function sameJson(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (Array.isArray(a) && Array.isArray(b)) {
    return a.length === b.length && a.every((part, index) => sameJson(part, b[index]));
  }
  if (!isObject(a) || !isObject(b)) return false;
  const keys = new Set([...Object.keys(a), ...Object.keys(b)]);
  return [...keys].every((key) => sameJson(a[key], b[key]));
}

function collect(value: Json | undefined, path: string, into: Map<CellPath, Json>): void {
  if (value === undefined) return;
  if (!isSplit(value)) {
    into.set(path, value);
    return;
  }
  for (const key of Object.keys(value)) {
    if (!UNSAFE.has(key)) collect(value[key], path ? `${path}/${escapeStep(key)}` : escapeStep(key), into);
  }
}

/** All cells of a value by their path. The path of the value itself is empty. */
export function cellsOf(value: Json): Map<CellPath, Json> {
  const cells = new Map<CellPath, Json>();
  collect(value, '', cells);
  return cells;
}

/** The value that the cells make up; the opposite of `cellsOf`. A deeper cell wins over one it lies in. */
export function valueOfCells(cells: Iterable<readonly [CellPath, Json]>): Json {
  const changes: Record<CellPath, CellChange> = Object.create(null);
  for (const [path, after] of cells) changes[path] = { after };
  return patched(undefined, treeOf(changes)) ?? {};
}

/** What turns one value into another, cell by cell. */
export function differenceOf(before: Json | undefined, after: Json | undefined): Difference {
  const found: Record<CellPath, CellChange> = {};
  compare(before, after, '', found);
  return found;
}

function compare(
  before: Json | undefined,
  after: Json | undefined,
  path: string,
  found: Record<CellPath, CellChange>,
): void {
  if (Object.is(before, after)) return;
  if (isSplit(before) && isSplit(after)) {
    for (const key of new Set([...Object.keys(before), ...Object.keys(after)])) {
      if (UNSAFE.has(key)) continue;
      const step = escapeStep(key);
      compare(before[key], after[key], path ? `${path}/${step}` : step, found);
    }
    return;
  }
  if (sameJson(before, after)) return;
  const gone = new Map<CellPath, Json>();
  const come = new Map<CellPath, Json>();
  collect(before, path, gone);
  collect(after, path, come);
  for (const [cell, value] of gone) found[cell] = { before: value };
  for (const [cell, value] of come) found[cell] = { ...found[cell], after: value };
}

/** The difference that takes another one back. */
export function inverseOf(difference: Difference): Difference {
  return Object.fromEntries(
    Object.entries(difference).map(([path, { before, after }]) => [
      path,
      { ...(after !== undefined && { before: after }), ...(before !== undefined && { after: before }) },
    ]),
  );
}

/** Changes arranged by path, so that every object on the way is copied once. */
interface Tree {
  own?: CellChange;
  readonly steps: Map<string, Tree>;
}

function treeOf(difference: Difference): Tree {
  const root: Tree = { steps: new Map() };
  for (const path of Object.keys(difference)) {
    const change = difference[path];
    if (change === undefined) continue;
    let at = root;
    for (const step of path === '' ? [] : path.split('/')) {
      const key = unescapeStep(step);
      let next = at.steps.get(key);
      if (!next) {
        next = { steps: new Map() };
        at.steps.set(key, next);
      }
      at = next;
    }
    at.own = change;
  }
  return root;
}

function patched(value: Json | undefined, tree: Tree): Json | undefined {
  const start = tree.own ? tree.own.after : value;
  if (tree.steps.size === 0) return start;
  const kept = isSplit(value) ? value : {};
  const next: Record<string, Json> = { ...kept };
  for (const [key, branch] of tree.steps) {
    if (UNSAFE.has(key)) continue;
    const part = patched(kept[key], branch);
    if (part === undefined) delete next[key];
    else next[key] = part;
  }
  if (Object.keys(next).length > 0) return next;
  return tree.own ? tree.own.after : undefined;
}

/** A value with a difference applied; parts that the difference does not touch stay the same objects. */
export function patchedValue(value: Json, difference: Difference): Json {
  return patched(value, treeOf(difference)) ?? {};
}
