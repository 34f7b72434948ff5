import * as v from 'valibot';
import { type City, CitySchema, type Fact, type Grant, type Measure } from '../src/domain/city.ts';
import type { Refusal } from './refusal.ts';
import { issuesText } from './sourceFile.ts';

const FILE = 'city';

const repeated = (ids: readonly string[]): string[] => [
  ...new Set(ids.filter((id, index) => ids.indexOf(id) !== index)),
];

function duplicateIds(city: City): Refusal[] {
  const lists = {
    board: city.boards,
    programme: city.programmes,
    grant: city.grants,
    measure: city.measures,
    source: city.sources,
    reading: city.readings,
    link: city.links,
  };
  return Object.entries(lists).flatMap(([kind, list]) =>
    repeated(list.map(({ id }) => id)).map((id) => ({
      file: FILE,
      feature: id,
      reason: `duplicate ${kind} id`,
    })),
  );
}

/** Known shares may not exceed the grant; when every share is known they must be the grant exactly. */
function grantFaults(grant: Grant, measures: readonly Measure[]): Refusal[] {
  const refuse = (reason: string): Refusal[] => [{ file: FILE, feature: grant.id, reason }];
  const own = measures.filter(({ grantId }) => grantId === grant.id);
  if (own.length === 0) return refuse('grant has no measure');
  const known = own.flatMap(({ share }) => (share.kind === 'known' ? [share.amountSek] : []));
  const sum = known.reduce((total, amount) => total + amount, 0);
  if (sum > grant.amountSek)
    return refuse(`known shares sum to ${sum} SEK, more than the grant's ${grant.amountSek}`);
  if (known.length === own.length && sum !== grant.amountSek)
    return refuse(`shares sum to ${sum} SEK, not to the grant's ${grant.amountSek}`);
  return [];
}

function moneyFaults(city: City): Refusal[] {
  const sum = city.grants.reduce((total, { amountSek }) => total + amountSek, 0);
  const total: Refusal[] =
    sum === city.totalSek
      ? []
      : [
          {
            file: FILE,
            feature: city.id,
            reason: `grants sum to ${sum} SEK, not to the total of ${city.totalSek}`,
          },
        ];
  return [...total, ...city.grants.flatMap((grant) => grantFaults(grant, city.measures))];
}

function referenceFaults(city: City): Refusal[] {
  const has = (list: readonly { id: string }[], id: string) => list.some((item) => item.id === id);
  const faults: Refusal[] = [];
  const need = (feature: string, kind: string, found: boolean, id: string) => {
    if (!found) faults.push({ file: FILE, feature, reason: `no ${kind} is called "${id}"` });
  };
  const needSources = (feature: string, ids: readonly (string | undefined)[]) => {
    for (const id of ids) if (id !== undefined) need(feature, 'source', has(city.sources, id), id);
  };
  const factSources = (facts: readonly Fact[]) => facts.map(({ sourceId }) => sourceId);
  for (const board of city.boards) needSources(board.id, board.sourceIds);
  for (const grant of city.grants) {
    need(grant.id, 'programme', has(city.programmes, grant.programmeId), grant.programmeId);
    need(grant.id, 'board (nämnd)', has(city.boards, grant.namndId), grant.namndId);
  }
  for (const measure of city.measures) {
    need(measure.id, 'grant', has(city.grants, measure.grantId), measure.grantId);
    needSources(measure.id, [measure.share.sourceId, ...factSources(measure.facts)]);
  }
  for (const group of city.readings)
    need(group.id, 'option', has(group.options, group.defaultOptionId), group.defaultOptionId);
  needSources('aftermath', factSources(city.aftermath));
  needSources('document', [city.document?.sourceId]);
  return faults;
}

/** Official words must be the document's own, so that no one rewords the decision by accident. */
function wordingFaults(city: City): Refusal[] {
  if (city.document === undefined) return [];
  const text = city.document.lines.join('\n');
  const official = [
    ...city.measures.map(({ id, officialText }) => ({ id, words: officialText })),
    ...city.programmes.map(({ id, officialTitle }) => ({ id, words: officialTitle })),
  ];
  return official
    .filter(({ words }) => !text.includes(words))
    .map(({ id, words }) => ({ file: FILE, feature: id, reason: `the document does not say "${words}"` }));
}

/** Everything wrong with a city value before any layer is looked at. */
export function cityFaults(city: City): Refusal[] {
  const parsed = v.safeParse(CitySchema, city);
  if (!parsed.success) return [{ file: FILE, feature: '(schema)', reason: issuesText(parsed.issues) }];
  return [...duplicateIds(city), ...referenceFaults(city), ...moneyFaults(city), ...wordingFaults(city)];
}
