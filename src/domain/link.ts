import type { City } from './city.ts';
import type { PackageFeature } from './feature.ts';

/** One broken tie between a feature and the city it belongs to. `featureId` is absent when the fault lies in the city. */
export interface LinkFinding {
  kind:
    | 'unknown-measure'
    | 'unknown-board'
    | 'unknown-source'
    | 'unknown-reading'
    | 'unknown-strak'
    | 'place-not-allowed'
    | 'place-missing'
    | 'uncertainty-missing'
    | 'illustration-official';
  featureId?: string;
  message: string;
}

/** What the features may point at, looked up once. */
interface Known {
  city: City;
  boards: Set<string>;
  sources: Set<string>;
  straks: Set<string>;
  readings: Set<string>;
}

const knownIn = (city: City, features: readonly PackageFeature[]): Known => ({
  city,
  boards: new Set(city.boards.map(({ id }) => id)),
  sources: new Set(city.sources.map(({ id }) => id)),
  straks: new Set(features.filter((f) => f.properties.kind === 'strak').map((f) => f.properties.id)),
  readings: new Set(
    city.readings.flatMap((group) => group.options.map((option) => `${group.id}/${option.id}`)),
  ),
});

function measureFindings(feature: PackageFeature, city: City): LinkFinding[] {
  const { id, measureIds } = feature.properties;
  return measureIds.flatMap((measureId): LinkFinding[] => {
    const measure = city.measures.find((candidate) => candidate.id === measureId);
    if (measure === undefined)
      return [{ kind: 'unknown-measure', featureId: id, message: `no measure is called "${measureId}"` }];
    if (measure.reach.kind === 'places') return [];
    const message = `measure "${measureId}" has reach "${measure.reach.kind}" and may not be given a place`;
    return [{ kind: 'place-not-allowed', featureId: id, message }];
  });
}

function tieFindings(feature: PackageFeature, known: Known): LinkFinding[] {
  const { id, namndId, provenance, status } = feature.properties;
  const found: LinkFinding[] = [];
  const say = (kind: LinkFinding['kind'], message: string) => found.push({ kind, featureId: id, message });
  if (!known.boards.has(namndId)) say('unknown-board', `no board (nämnd) is called "${namndId}"`);
  for (const sourceId of provenance.sourceIds)
    if (!known.sources.has(sourceId)) say('unknown-source', `no source is called "${sourceId}"`);
  if (provenance.accuracy !== 'surveyed' && provenance.uncertainty === undefined)
    say('uncertainty-missing', `accuracy "${provenance.accuracy}" must say what is uncertain`);
  // Nothing illustrative may look official.
  if (provenance.accuracy === 'illustrative' && status !== 'foreslagen')
    say('illustration-official', `accuracy "illustrative" may not have status "${status}"`);
  const properties = feature.properties;
  if (properties.kind === 'area' && properties.reading !== undefined) {
    const reading = `${properties.reading.groupId}/${properties.reading.optionId}`;
    if (!known.readings.has(reading)) say('unknown-reading', `no reading is called "${reading}"`);
  }
  if ((properties.kind === 'light' || properties.kind === 'camera') && properties.strakId !== undefined)
    if (!known.straks.has(properties.strakId))
      say('unknown-strak', `no stråk is called "${properties.strakId}"`);
  return found;
}

/**
 * Every broken tie between the features and the city; empty when all is well.
 * A measure that must not have a place (a protected one above all) can never be given a feature, and a measure
 * that says it has places must have at least one.
 */
export function brokenLinks(city: City, features: readonly PackageFeature[]): LinkFinding[] {
  const known = knownIn(city, features);
  const placed = new Set(features.flatMap((feature) => feature.properties.measureIds));
  const unplaced = city.measures.filter(({ id, reach }) => reach.kind === 'places' && !placed.has(id));
  return [
    ...features.flatMap((feature) => [...measureFindings(feature, city), ...tieFindings(feature, known)]),
    ...unplaced.map(
      ({ id }): LinkFinding => ({
        kind: 'place-missing',
        message: `measure "${id}" says it has places, but no feature names it`,
      }),
    ),
  ];
}
