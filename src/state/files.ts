import { create } from 'zustand';
import type { BackgroundKind } from '../domain/background.ts';
import type { City } from '../domain/city.ts';
import type { Disclosure } from '../domain/feature.ts';
import { readInWorker } from '../exchange/client.ts';
import type { AxisOrder } from '../exchange/importResult.ts';
import type { MappedKind } from '../exchange/mapping/fields.ts';
import { ownFeature } from '../exchange/mapping/ownFeature.ts';
import { type FieldMapping, suggestMapping } from '../exchange/mapping/suggest.ts';
import { likelyUses, type Uses } from '../exchange/mapping/uses.ts';
import type { Reading } from '../exchange/messages.ts';
import { rememberedMapping } from './fieldMemory.ts';
import { newId } from './papers.ts';

/** How far a file has come on its way into the plan. */
export type ImportState =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'reading'; readonly share: number }
  | { readonly kind: 'read'; readonly reading: Reading }
  | { readonly kind: 'cancelled' }
  /** The reading itself stopped, which is no fault that a file can be told of (memory, a blocked worker). */
  | { readonly kind: 'failed'; readonly detail: string }
  | { readonly kind: 'added'; readonly featureCount: number; readonly backgroundCount: number };

/** What the user has decided about one file. */
export interface Choices {
  readonly uses: Uses;
  readonly mappings: Readonly<Record<MappedKind, FieldMapping>>;
  readonly keepOwn: boolean;
  readonly includeOutside: boolean;
  /** Of an OpenStreetMap file: what is laid under the plan. */
  readonly background: Readonly<Record<BackgroundKind, boolean>>;
  /** Of an OpenStreetMap file: whether its lamps and paths also become features of the proposal. */
  readonly alsoFeatures: boolean;
  readonly measureId: string;
  readonly namndId: string;
  readonly disclosure: Disclosure;
}

export interface ImportEntry {
  readonly id: string;
  readonly name: string;
  readonly sizeBytes: number;
  readonly content: Blob;
  readonly crs: { readonly code: string; readonly axisOrder: AxisOrder } | null;
  readonly state: ImportState;
  readonly choices: Choices | null;
}

interface Files {
  /** In the order they came. */
  readonly entries: readonly ImportEntry[];
  /** The one whose preview is open. */
  readonly openId: string | null;
}

/** The files being brought in. Changed only through the functions below. */
export const useFiles = create<Files>(() => ({ entries: [], openId: null }));

const set = useFiles.setState;
const get = useFiles.getState;

/** Files read at the same time: each has a worker and its file in memory. */
const MOST_AT_ONCE = 2;
const running = new Map<string, AbortController>();
let context: Pick<City, 'metricCrs' | 'otherCrs' | 'surroundings'> | null = null;

const change = (id: string, patch: Partial<ImportEntry>): void =>
  set(({ entries }) => ({
    entries: entries.map((entry) => (entry.id === id ? { ...entry, ...patch } : entry)),
  }));

/** Begins to read files that the user dropped or picked. */
export function openFiles(files: Iterable<File>, city: City): void {
  context = city;
  const entries = [...files].map(
    (file): ImportEntry => ({
      id: newId(),
      name: file.name,
      sizeBytes: file.size,
      content: file,
      crs: null,
      state: { kind: 'waiting' },
      choices: null,
    }),
  );
  if (entries.length === 0) return;
  set((before) => ({
    entries: [...before.entries, ...entries],
    openId: before.openId ?? entries[0]?.id ?? null,
  }));
  readNext();
}

function readNext(): void {
  while (running.size < MOST_AT_ONCE) {
    const next = get().entries.find(({ state }) => state.kind === 'waiting');
    if (!next) return;
    const cancel = new AbortController();
    running.set(next.id, cancel);
    change(next.id, { state: { kind: 'reading', share: 0 } });
    read(next, cancel.signal).finally(() => {
      running.delete(next.id);
      readNext();
    });
  }
}

async function read({ id, name, content, crs }: ImportEntry, signal: AbortSignal): Promise<void> {
  if (!context) return;
  const { metricCrs, otherCrs, surroundings } = context;
  const options = { crsChoices: [metricCrs, ...otherCrs], surroundings, ...(crs && { crs }) };
  const onProgress = (share: number): void => change(id, { state: { kind: 'reading', share } });
  try {
    const reading = await readInWorker({ name, content }, options, { signal, onProgress });
    const before = get().entries.find((entry) => entry.id === id)?.choices;
    change(id, { state: { kind: 'read', reading }, choices: choicesFor(reading, before ?? null) });
  } catch (error) {
    if (signal.aborted) change(id, { state: { kind: 'cancelled' } });
    else {
      const detail = error instanceof Error ? error.message : String(error);
      change(id, { state: { kind: 'failed', detail } });
    }
  }
}

/** What the user will most likely choose; what they chose before for this file stands. */
function choicesFor(reading: Reading, before: Choices | null): Choices {
  const { fields } = reading.summary;
  const headers = fields.map(({ name }) => name);
  const mapping = (kind: MappedKind): FieldMapping =>
    rememberedMapping(kind, headers) ?? suggestMapping(kind, fields);
  return {
    keepOwn: reading.features.slice(0, 50).some((feature) => ownFeature(feature) !== undefined),
    includeOutside: false,
    background: { path: true, building: true, lamp: true, camera: true },
    alsoFeatures: false,
    measureId: '',
    namndId: '',
    disclosure: 'secret',
    ...before,
    uses: before?.uses ?? likelyUses(fields),
    mappings: { light: mapping('light'), camera: mapping('camera') },
  };
}

export function cancelReading(id: string): void {
  running.get(id)?.abort(new DOMException('cancelled by the user', 'AbortError'));
  // One that waits has nothing to be stopped.
  if (get().entries.some((entry) => entry.id === id && entry.state.kind === 'waiting'))
    change(id, { state: { kind: 'cancelled' } });
}

/** Reads a file again, in the coordinate system that the user says it is in. */
export function answerCrs(id: string, crs: NonNullable<ImportEntry['crs']>): void {
  change(id, { crs, state: { kind: 'waiting' } });
  readNext();
}

export function readAgain(id: string): void {
  change(id, { state: { kind: 'waiting' } });
  readNext();
}

/** Puts a file away; what was added of it stays in the proposal. */
export function dropEntry(id: string): void {
  running.get(id)?.abort(new DOMException('dropped by the user', 'AbortError'));
  set(({ entries, openId }) => {
    const left = entries.filter((entry) => entry.id !== id);
    return { entries: left, openId: openId === id ? null : openId };
  });
}

export function showEntry(openId: string | null): void {
  set({ openId });
}

export function choose(id: string, patch: Partial<Choices>): void {
  const entry = get().entries.find((candidate) => candidate.id === id);
  if (entry?.choices) change(id, { choices: { ...entry.choices, ...patch } });
}

export function markAdded(id: string, counts: { featureCount: number; backgroundCount: number }): void {
  change(id, { state: { kind: 'added', ...counts } });
}
