import type { Board, City, Grant, Measure, Programme, ReadingGroup } from '../domain/city.ts';
import type { PackageFeature } from '../domain/feature.ts';
import type { Source } from '../domain/provenance.ts';
import type { Selection, View } from './view.ts';

/** A measure with everything that stands above it. */
export interface FundedMeasure {
  readonly measure: Measure;
  readonly grant: Grant;
  readonly programme: Programme;
  readonly board: Board;
}

/** The city with its links followed: who pays for what, and where it is. Built once per set of loaded features. */
export interface Atlas {
  readonly city: City;
  readonly features: readonly PackageFeature[];
  readonly measures: ReadonlyMap<string, FundedMeasure>;
  readonly boards: ReadonlyMap<string, Board>;
  readonly grants: ReadonlyMap<string, Grant>;
  readonly programmes: ReadonlyMap<string, Programme>;
  readonly sources: ReadonlyMap<string, Source>;
  readonly readings: ReadonlyMap<string, ReadingGroup>;
  readonly featureById: ReadonlyMap<string, PackageFeature>;
  readonly featuresOfMeasure: ReadonlyMap<string, readonly PackageFeature[]>;
}

const byId = <T extends { id: string }>(items: readonly T[]): Map<string, T> =>
  new Map(items.map((item) => [item.id, item]));

/**
 * Follows every link of the city once.
 * @throws when a grant or a measure points at something the city does not have (the build refuses such a city)
 */
export function atlasOf(city: City, features: readonly PackageFeature[]): Atlas {
  const boards = byId(city.boards);
  const programmes = byId(city.programmes);
  const grants = byId(city.grants);
  const measures = new Map<string, FundedMeasure>();
  for (const measure of city.measures) {
    const grant = grants.get(measure.grantId);
    const programme = grant && programmes.get(grant.programmeId);
    const board = grant && boards.get(grant.namndId);
    if (!grant || !programme || !board)
      throw new Error(`measure ${measure.id} has no grant, programme or board`);
    measures.set(measure.id, { measure, grant, programme, board });
  }
  const featuresOfMeasure = new Map<string, PackageFeature[]>();
  for (const feature of features)
    for (const id of feature.properties.measureIds)
      featuresOfMeasure.set(id, [...(featuresOfMeasure.get(id) ?? []), feature]);
  return {
    city,
    features,
    measures,
    boards,
    grants,
    programmes,
    sources: byId(city.sources),
    readings: byId(city.readings),
    featureById: new Map(features.map((feature) => [feature.properties.id, feature])),
    featuresOfMeasure,
  };
}

/** The option in force of a reading group: the user's choice if it exists, else the default. */
export function chosenOption(group: ReadingGroup, readings: View['readings']): string {
  const chosen = readings[group.id];
  return group.options.some((option) => option.id === chosen) && chosen ? chosen : group.defaultOptionId;
}

/** Is this outline another reading than the one chosen? */
export function isOtherReading(atlas: Atlas, feature: PackageFeature, readings: View['readings']): boolean {
  const { properties } = feature;
  if (properties.kind !== 'area' || !properties.reading) return false;
  const group = atlas.readings.get(properties.reading.groupId);
  return group !== undefined && chosenOption(group, readings) !== properties.reading.optionId;
}

/** Does a feature belong to a board: because it answers for it, or because it pays for a measure there? */
export function belongsToBoard(atlas: Atlas, feature: PackageFeature, boardId: string): boolean {
  const { namndId, measureIds } = feature.properties;
  return namndId === boardId || measureIds.some((id) => atlas.measures.get(id)?.board.id === boardId);
}

/** The features that stand for a selection: itself, or all places of a measure, grant, programme or board. */
export function featuresOfSelection(atlas: Atlas, selection: Selection | null): readonly PackageFeature[] {
  if (!selection) return [];
  if (selection.kind === 'feature') {
    const feature = atlas.featureById.get(selection.id);
    return feature ? [feature] : [];
  }
  const funded = [...atlas.measures.values()].filter((entry) => isOf(entry, selection));
  const found = new Set(funded.flatMap(({ measure }) => atlas.featuresOfMeasure.get(measure.id) ?? []));
  if (selection.kind === 'board')
    for (const feature of atlas.features) if (feature.properties.namndId === selection.id) found.add(feature);
  return [...found];
}

function isOf({ measure, grant, programme, board }: FundedMeasure, { kind, id }: Selection): boolean {
  switch (kind) {
    case 'measure':
      return measure.id === id;
    case 'grant':
      return grant.id === id;
    case 'programme':
      return programme.id === id;
    case 'board':
      return board.id === id;
    case 'feature':
      return false;
  }
}

/** Ids in a view that this city does not have; the user is told about them by name. */
export function unknownIds(atlas: Atlas, view: View, layerIds: ReadonlySet<string>): string[] {
  const unknown: string[] = [];
  const { selection } = view;
  const known = {
    feature: atlas.featureById,
    measure: atlas.measures,
    grant: atlas.grants,
    programme: atlas.programmes,
    board: atlas.boards,
  };
  if (selection && !known[selection.kind].has(selection.id)) unknown.push(selection.id);
  if (view.boardId && !atlas.boards.has(view.boardId)) unknown.push(view.boardId);
  unknown.push(...view.hiddenLayerIds.filter((id) => !layerIds.has(id)));
  for (const [groupId, optionId] of Object.entries(view.readings)) {
    const group = atlas.readings.get(groupId);
    if (!group?.options.some((option) => option.id === optionId)) unknown.push(`${groupId}:${optionId}`);
  }
  return unknown;
}
