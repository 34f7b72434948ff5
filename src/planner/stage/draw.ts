import type { PlanFeature, Proposal } from '../../domain/proposal.ts';
import type { LngLat } from '../../geometry/plane.ts';
import { addFeature } from '../../proposal/edits/addFeatures.ts';
import { reshape } from '../../proposal/edits/reshape.ts';
import { newId } from '../../state/papers.ts';
import { chooseIds, planOf, say, type Tool, takeTool } from '../../state/planning.ts';
import { clearSketch, sketchCorner, sketchCursor, useSketch } from '../../state/sketch.ts';
import { newFeature } from '../defaults.ts';
import { type Desk, keep } from '../desk.ts';
import { stepOf } from '../words.ts';
import { reachMetres, snapWorld } from './reach.ts';
import { snappedCorner } from './snapping.ts';

type DrawnKind = 'light' | 'camera' | 'strak' | 'area';

/** What a kind is called, for naming new features: "Ljuspunkt". */
export type KindName = (kind: DrawnKind) => string;

const isLine = (tool: Tool): tool is 'strak' | 'area' => tool === 'strak' || tool === 'area';

/** The first free number of a kind: "Stråk 2". */
function nameOfNew(desk: Desk, kind: DrawnKind, kindName: KindName): string {
  const count = Object.values(desk.proposal.added).filter(
    ({ properties }) => properties.kind === kind,
  ).length;
  return `${kindName(kind)} ${count + 1}`;
}

function add(desk: Desk, made: { kind: DrawnKind; geometry: PlanFeature['geometry']; name: string }): void {
  const { atlas, proposal, features, plane } = desk;
  const id = newId();
  const feature = newFeature({ ...made, id }, { atlas, proposal, features, plane });
  const added = addFeature(proposal, feature);
  const after: Proposal =
    made.geometry.type === 'Point'
      ? added
      : reshape(planOf(added, atlas.features), { id, geometry: made.geometry, plane });
  const step = stepOf('planner.step.add', [feature]);
  keep(step, after, { key: 'planner.said.added', params: { name: made.name } });
  chooseIds([id]);
}

/** Places a light or a camera. The camera's handles come at once; lights go on being placed. */
export function place(desk: Desk, kind: 'light' | 'camera', at: LngLat, kindName: KindName): void {
  add(desk, {
    kind,
    geometry: { type: 'Point', coordinates: [...at] },
    name: nameOfNew(desk, kind, kindName),
  });
  if (kind === 'camera') takeTool('choose');
}

function landing(desk: Desk, pointer: LngLat, isFree: boolean) {
  const { corners } = useSketch.getState();
  return snappedCorner(pointer, {
    ...{ plane: desk.plane, world: snapWorld(desk), reachMetres: reachMetres(), corners, isFree },
  });
}

/** Follows the pointer while a line or an outline is drawn. */
export function hover(desk: Desk, tool: Tool, pointer: LngLat | null, isFree: boolean): void {
  if (!isLine(tool)) return;
  if (!pointer) {
    sketchCursor(null, 'free');
    return;
  }
  const { at, kind } = landing(desk, pointer, isFree);
  sketchCursor(at, kind);
}

const samePlace = (a: LngLat | undefined, b: LngLat): boolean => a?.[0] === b[0] && a[1] === b[1];

/** A corner more; pressing the last one again, or the first one of an outline, finishes. */
export function drawCorner(
  desk: Desk,
  tool: 'strak' | 'area',
  {
    at: pointer,
    isFree,
    isKey,
    kindName,
  }: { at: LngLat; isFree: boolean; isKey: boolean; kindName: KindName },
): void {
  const { corners, isByHand } = useSketch.getState();
  const { at } = landing(desk, pointer, isFree);
  const closes =
    samePlace(corners.at(-1), at) ||
    (tool === 'area' && samePlace(corners[0], at)) ||
    (isKey && isByHand && corners.length > 0);
  if (closes) {
    finish(desk, tool, kindName);
    return;
  }
  sketchCorner(at, !isKey);
  say({ key: 'planner.said.corner', params: { count: corners.length + 1 } });
}

/** Makes the drawn line or outline part of the proposal, as one step. */
export function finish(desk: Desk, tool: Tool, kindName: KindName): void {
  const { corners } = useSketch.getState();
  if (!isLine(tool)) return;
  const least = tool === 'strak' ? 2 : 3;
  if (corners.length < least) {
    say({ key: 'planner.said.tooFew', params: { count: least } });
    return;
  }
  const line = corners.map((corner) => [...corner]);
  const first = line[0] ?? [];
  const geometry: PlanFeature['geometry'] =
    tool === 'strak'
      ? { type: 'LineString', coordinates: line }
      : { type: 'Polygon', coordinates: [[...line, first]] };
  clearSketch();
  add(desk, { kind: tool, geometry, name: nameOfNew(desk, tool, kindName) });
  takeTool('choose');
}
