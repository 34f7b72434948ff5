/** Keeps the light and sight calculations asked about the open plan, and their settings and optics among the papers. */
import * as v from 'valibot';
import { P_CLASSES } from '../analysis/light/lightClass.ts';
import { LIGHT_CASES } from '../analysis/light/pathLight.ts';
import {
  DEFAULT_SETTINGS,
  type Entry,
  type Ground,
  type Settings,
} from '../analysis/lightAndSight/question.ts';
import { IdSchema } from '../domain/text.ts';
import { effectiveFeature } from '../proposal/apply.ts';
import type { StepName } from '../storage/steps.ts';
import type { Workspace } from '../storage/workspace.ts';
import type { Atlas } from './atlas.ts';
import { backgroundByKind, useBackground } from './background.ts';
import {
  endLightAndSight,
  lightAndSightClient,
  startPictureClock,
  takeOpticFiles,
  takeSettings,
  useResults,
} from './lightAndSight.ts';
import { newId, nowStamp, usePapers } from './papers.ts';
import { featuresNow, planOf, usePlanning } from './planning.ts';
import { boxOfEntries, entriesOf, entriesWith, groundOf } from './planQuestion.ts';
import { useOpen } from './store.ts';

/** What of the settings belongs to a proposal and is kept with the papers. */
const KeptSettingsSchema = v.object({
  kind: v.literal('light-settings'),
  existing: v.optional(v.picklist(['unknown', 'listed'])),
  lightCase: v.optional(v.picklist(LIGHT_CASES)),
  wanted: v.optional(v.record(v.string(), v.picklist(P_CLASSES))),
  judged: v.optional(v.picklist(['ground', 'faces'])),
  scaleId: v.optional(v.picklist(['iec-62676-4-2025', 'iec-62676-4-2014'])),
  seenPixelsPerMetre: v.optional(v.pipe(v.number(), v.minValue(0))),
  cameraLux: v.optional(v.pipe(v.number(), v.minValue(0), v.maxValue(1000))),
  masks: v.optional(v.record(v.string(), v.array(IdSchema))),
});
type KeptSettings = Omit<v.InferOutput<typeof KeptSettingsSchema>, 'kind'>;

const OpticSchema = v.object({ kind: v.literal('optic'), name: v.string(), text: v.string() });

const settingsId = (proposalId: string): string => `ljus-${proposalId}`;

function keptSettings(workspace: Workspace | null, proposalId: string | undefined): KeptSettings {
  if (!workspace || proposalId === undefined) return {};
  const read = v.safeParse(KeptSettingsSchema, workspace.read('datasets', settingsId(proposalId)));
  if (!read.success) return {};
  const { kind: _kind, ...kept } = read.output;
  return kept;
}

/** Changes what the calculations take for given in the open proposal; kept with the papers. */
export function changeSettings(step: StepName, change: KeptSettings): void {
  const { workspace } = usePapers.getState();
  const { committed } = usePlanning.getState();
  if (!workspace || !committed) return;
  const place = { collection: 'datasets', recordId: settingsId(committed.id) } as const;
  const before = workspace.read(place.collection, place.recordId);
  const after = {
    id: place.recordId,
    kind: 'light-settings',
    ...keptSettings(workspace, committed.id),
    ...change,
  };
  workspace.commit({ ...place, name: step, before, after: JSON.parse(JSON.stringify(after)) });
}

/** Keeps a light distribution on this device; the file's text is one cell. Returns its id. */
export function keepOptic(
  step: StepName,
  optic: { readonly name: string; readonly text: string },
): string | null {
  const { workspace } = usePapers.getState();
  if (!workspace) return null;
  const known = useResults.getState().opticFiles.find(({ text }) => text === optic.text);
  if (known) return known.id;
  const recordId = `optik-${newId()}`;
  const after = { id: recordId, kind: 'optic', ...optic, at: nowStamp() };
  workspace.commit({ collection: 'datasets', recordId, name: step, before: undefined, after });
  return recordId;
}

export function dropOptic(step: StepName, recordId: string): void {
  const { workspace } = usePapers.getState();
  const before = workspace?.read('datasets', recordId);
  if (before) workspace?.commit({ collection: 'datasets', recordId, name: step, before, after: undefined });
}

function readOptics(workspace: Workspace): void {
  const files = workspace.ids('datasets').flatMap((id) => {
    const read = v.safeParse(OpticSchema, workspace.read('datasets', id));
    return read.success ? [{ id, name: read.output.name, text: read.output.text }] : [];
  });
  const before = useResults.getState().opticFiles;
  const isSame = files.length === before.length && files.every(({ id }, i) => id === before[i]?.id);
  if (!isSame) takeOpticFiles(files);
}

let flavour: Settings['flavour'] = 'light';
let ground: Ground | null = null;
let entries: ReadonlyMap<string, Entry> = new Map();

function settingsNow(): Settings {
  const { workspace } = usePapers.getState();
  const { proposal } = usePlanning.getState();
  return {
    ...DEFAULT_SETTINGS,
    ...(keptSettings(workspace, proposal?.id) as Partial<Settings>),
    flavour,
    drawsIsolux: useResults.getState().shown.isolux,
  };
}

/** What the entries of a gesture were made from: while it is the same, only what is held is put anew. */
let gesture: readonly unknown[] = [];

function entriesNow(atlas: Atlas, settings: Settings): ReadonlyMap<string, Entry> {
  const { proposal, base, heldIds, chosenIds } = usePlanning.getState();
  if (!proposal) return new Map();
  const from = [base, heldIds, chosenIds, atlas, settings.masks];
  const isSame = base !== null && from.every((part, i) => part === gesture[i]);
  gesture = from;
  const city = atlas.features;
  if (isSame) {
    const plan = planOf(proposal, city);
    return entriesWith(
      entries,
      [...heldIds].flatMap((id) => effectiveFeature(plan, id) ?? []),
    );
  }
  const maskIds = new Set(Object.values(settings.masks).flat());
  return entriesOf({ proposal, features: featuresNow(city), city, chosenIds, maskIds });
}

function ask(): void {
  const { atlas } = useOpen.getState();
  const { proposal } = usePlanning.getState();
  if (!atlas || !proposal) return;
  takeSettings(settingsNow());
  const { settings, opticFiles } = useResults.getState();
  entries = entriesNow(atlas, settings);
  const around = backgroundByKind(useBackground.getState().parts);
  const { proj4 } = atlas.city.metricCrs;
  ground = groundOf(around, { box: boxOfEntries(entries.values()), proj4 }, ground);
  startPictureClock();
  lightAndSightClient().ask({ ground, optics: opticFiles, entries, settings });
}

/** The share of a gesture's time that asking may take: about a large plan it is asked more seldom than every frame. */
const ASKING_SHARE = 0.2;
let nextAskAt = 0;
let waiting: ReturnType<typeof setTimeout> | null = null;

/** Asks now, or as soon as asking again leaves the gesture its time. The latest state is what is asked about. */
function askInPace(): void {
  if (waiting !== null) return;
  const start = performance.now();
  if (start < nextAskAt) {
    waiting = setTimeout(askWhenDrawn, nextAskAt - start);
    return;
  }
  ask();
  nextAskAt = start + (performance.now() - start) / ASKING_SHARE;
}

function askWhenDrawn(): void {
  waiting = null;
  askInPace();
}

function stopWaiting(): void {
  if (waiting !== null) clearTimeout(waiting);
  waiting = null;
}

/** Which way the map looks: the glow has colours for day and night. */
export function setGlowFlavour(next: Settings['flavour']): void {
  flavour = next;
  if (useResults.getState().status.kind !== 'off') ask();
}

/** Follows the open proposal, its unfinished gestures too, until it is told to stop. */
export function followLightAndSight(): () => void {
  const { workspace } = usePapers.getState();
  if (workspace) readOptics(workspace);
  const stops = [
    stopWaiting,
    usePlanning.subscribe((now, before) => {
      if (now.proposal === before.proposal && now.chosenIds === before.chosenIds) return;
      if (now.base !== null) askInPace();
      // a finished step is drawn first: about a large plan the asking is a task of its own
      else waiting ??= setTimeout(askWhenDrawn, 0);
    }),
    useBackground.subscribe(ask),
    useOpen.subscribe((now, before) => {
      if (now.atlas !== before.atlas) ask();
    }),
    usePapers.subscribe((now, before) => {
      if (now.changes.datasets === before.changes.datasets && now.workspace === before.workspace) return;
      if (now.workspace) readOptics(now.workspace);
      ask();
    }),
    useResults.subscribe((now, before) => {
      if (now.shown.isolux !== before.shown.isolux) ask();
    }),
  ];
  ask();
  return () => {
    for (const stop of stops) stop();
    ground = null;
    endLightAndSight();
  };
}
