import * as v from 'valibot';
import { create } from 'zustand';
import { type DataSet, DataSetSchema } from '../domain/dataset.ts';
import type { Json } from '../proposal/cells.ts';
import type { Workspace } from '../storage/workspace.ts';
import { openPapers, usePapers } from './papers.ts';

/** A picture of a pattern: structurally a map's overlays and images, see `map/scene.ts`. */
export interface PatternPicture {
  readonly overlays: readonly { readonly id: string; readonly data: GeoJSON.FeatureCollection }[];
  readonly images: readonly {
    readonly id: string;
    readonly url: string;
    readonly corners: readonly [Corner, Corner, Corner, Corner];
    readonly opacity: number;
  }[];
}
type Corner = readonly [lng: number, lat: number];

/** What the council's map draws over the city. */
interface Patterns extends PatternPicture {
  /** Two periods of the same data, drawn by the same rule and scale, for a slider; null until they are made. */
  readonly pair: readonly [NamedPicture, NamedPicture] | null;
}
export interface NamedPicture extends PatternPicture {
  readonly title: string;
}
export const NO_PICTURE: PatternPicture = { overlays: [], images: [] };

/** What is on the map now; changed only by the functions of `patternRun.ts`. */
export const usePatterns = create<Patterns>(() => ({ ...NO_PICTURE, pair: null }));

interface CouncilData {
  /** Null until the workspace is open. */
  readonly dataSets: readonly DataSet[] | null;
  /** Records that cannot be understood; left untouched. */
  readonly unreadableIds: readonly string[];
  /** The set that was just removed and can still be brought back. */
  readonly removed: { readonly id: string; readonly title: string } | null;
}

/** The data of this device. Changed only through the functions below. */
export const useCouncilData = create<CouncilData>(() => ({
  dataSets: null,
  unreadableIds: [],
  removed: null,
}));

/** A set is large and never changes: each record is parsed once. */
const parsed = new WeakMap<object, DataSet | null>();

function parsedDataSet(raw: Json | undefined): DataSet | null {
  if (typeof raw !== 'object' || raw === null) return null;
  const known = parsed.get(raw);
  if (known !== undefined) return known;
  const result = v.safeParse(DataSetSchema, raw);
  const dataSet = result.success ? result.output : null;
  parsed.set(raw, dataSet);
  return dataSet;
}

function readAll(workspace: Workspace): void {
  const read = workspace
    .ids('datasets')
    .map((id) => ({ id, dataSet: parsedDataSet(workspace.read('datasets', id)) }));
  useCouncilData.setState({
    dataSets: read
      .flatMap(({ dataSet }) => (dataSet ? [dataSet] : []))
      .sort((a, b) => a.addedAt.localeCompare(b.addedAt)),
    unreadableIds: read.filter(({ dataSet }) => dataSet === null).map(({ id }) => id),
  });
}

let following: Promise<Workspace> | null = null;

/** Opens the workspace and follows its data sets. What was removed on an earlier visit is forgotten for good. */
export function openCouncilData(cityId: string): Promise<Workspace> {
  following ??= openPapers(cityId).then(async (workspace) => {
    await workspace.forgetRemoved('datasets');
    readAll(workspace);
    usePapers.subscribe(({ changes }, before) => {
      if (changes.datasets !== before.changes.datasets) readAll(workspace);
    });
    return workspace;
  });
  return following;
}

const opened = async (): Promise<Workspace> => {
  if (!following) throw new Error('the council data are not open');
  return following;
};

/** Keeps a data set on this device. */
export async function addDataSet(dataSet: DataSet): Promise<void> {
  const workspace = await opened();
  workspace.commit({
    name: { key: 'council.step.addData', params: { title: dataSet.title } },
    collection: 'datasets',
    recordId: dataSet.id,
    before: undefined,
    // The schema has only plain values.
    after: JSON.parse(JSON.stringify(dataSet)) as Json,
  });
}

/** Removes a data set; until `forgetRemoved` it can be brought back. */
export async function removeDataSet({ id, title }: Pick<DataSet, 'id' | 'title'>): Promise<void> {
  const workspace = await opened();
  await forgetRemoved();
  workspace.commit({
    name: { key: 'council.step.removeData', params: { title } },
    collection: 'datasets',
    recordId: id,
    before: workspace.read('datasets', id),
    after: undefined,
  });
  useCouncilData.setState({ removed: { id, title } });
}

/** Brings the set that was removed last back. */
export async function undoRemoval(): Promise<void> {
  const { removed } = useCouncilData.getState();
  if (!removed) return;
  const workspace = await opened();
  workspace.undo({ collection: 'datasets', recordId: removed.id });
  useCouncilData.setState({ removed: null });
}

/** Removed data leave the device: no step back to them, no trace in the storage. */
export async function forgetRemoved(): Promise<void> {
  if (!useCouncilData.getState().removed) return;
  useCouncilData.setState({ removed: null });
  await (await opened()).forgetRemoved('datasets');
}
