import { strToU8, zipSync } from 'fflate';
import type { City } from '../domain/city.ts';
import type { PackageFeature } from '../domain/feature.ts';
import { brokenLinks, type LinkFinding } from '../domain/link.ts';
import type { Proposal } from '../domain/proposal.ts';
import type { Accuracy, Source } from '../domain/provenance.ts';
import type { LocalText } from '../domain/text.ts';
import { planeOf } from '../geometry/plane.ts';
import { type Publication, publish } from '../proposal/publish.ts';
import { planOf } from './planning.ts';

/** What is said in public about everything that was drawn, in every language. */
export interface PublicWords {
  readonly method: LocalText;
  readonly uncertainty: LocalText;
  readonly squareName: LocalText;
}

export interface PublicationQuestion {
  readonly city: City;
  readonly cityFeatures: readonly PackageFeature[];
  readonly proposal: Proposal;
  readonly accuracy: Accuracy;
  readonly words: PublicWords;
}

/** The id under which the city's data name a proposal as a source: its name in plain letters, with its own id. */
export function sourceIdOf({ name, id }: Pick<Proposal, 'name' | 'id'>): string {
  const plain = name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 40)
    .replace(/-$/, '');
  return ['forslag', plain, id.slice(0, 6)].filter(Boolean).join('-');
}

/** A publication, and which ties to the city it would break: the city's build refuses them. */
export interface CheckedPublication extends Publication {
  readonly brokenTies: readonly LinkFinding[];
}

/** What the publication of a proposal would consist of, or what stands in its way. */
export function publicationOf(question: PublicationQuestion): CheckedPublication {
  const { city, cityFeatures, proposal, accuracy, words } = question;
  const publication = publish({
    ...planOf(proposal, cityFeatures),
    plane: planeOf(city.metricCrs.proj4),
    provenance: {
      sourceIds: [sourceIdOf(proposal)],
      accuracy,
      method: words.method,
      ...(accuracy !== 'surveyed' && { uncertainty: words.uncertainty }),
    },
    squareName: words.squareName,
    // A measure that may not have a place cannot be published with one.
    knownMeasureIds: new Set(
      city.measures.filter(({ reach }) => reach.kind === 'places').map(({ id }) => id),
    ),
  });
  return { ...publication, brokenTies: brokenTies(question, publication) };
}

/** Ties that the city's features would have broken with the publication put in, and had not before. */
function brokenTies(
  { city, cityFeatures, proposal }: PublicationQuestion,
  { files, summary }: Publication,
): LinkFinding[] {
  const brought = files
    .filter(({ name }) => name.endsWith('.geojson'))
    .flatMap(({ text }) => JSON.parse(text).features as PackageFeature[]);
  if (brought.length + summary.withdrawn.length === 0) return [];
  const gone = new Set([...summary.withdrawn, ...brought.map(({ properties }) => properties.id)]);
  const id = sourceIdOf(proposal);
  const withSource = {
    ...city,
    sources: [...city.sources, { id, title: id, publisher: id, licence: 'CC0-1.0' }],
  };
  const keyOf = ({ kind, featureId, message }: LinkFinding): string => `${kind} ${featureId} ${message}`;
  const before = new Set(brokenLinks(city, cityFeatures).map(keyOf));
  const after = [...cityFeatures.filter(({ properties }) => !gone.has(properties.id)), ...brought];
  return brokenLinks(withSource, after).filter((finding) => !before.has(keyOf(finding)));
}

export interface Parcel {
  readonly publication: Publication;
  readonly proposal: Proposal;
  readonly publisher: string;
  /** ISO date. */
  readonly date: string;
  /** How to put the files in, in plain words. */
  readonly readMe: string;
}

/** The publication as one folder in a zip file, with the source entry that the city's data need. */
export function parcelOf({ publication, proposal, publisher, date, readMe }: Parcel): Uint8Array {
  const folder = sourceIdOf(proposal);
  const source: Source = { id: folder, title: proposal.name, publisher, date, licence: 'CC0-1.0' };
  const entries = [
    ...publication.files,
    { name: 'source.json', text: `${JSON.stringify(source, null, 1)}\n` },
    { name: 'SOURCE.md', text: readMe },
  ];
  return zipSync(Object.fromEntries(entries.map(({ name, text }) => [`${folder}/${name}`, strToU8(text)])));
}
