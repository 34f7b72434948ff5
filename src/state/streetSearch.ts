import MiniSearch from 'minisearch';
import { type Addresses, decodePositions } from '../domain/streets.ts';
import { folded } from '../i18n/folded.ts';

/** A street, a house or a place of the street extract. */
export interface StreetFinding {
  readonly id: string;
  readonly name: string;
  readonly kind: 'street' | 'address' | 'place';
  /** The settlement or quarter it lies in, to tell streets of one name apart. */
  readonly near?: string;
  /** A number that was asked for and is not in the map: the street is shown instead. */
  readonly missingNumber?: string;
  readonly lngLat: readonly [lng: number, lat: number];
}

type LngLat = readonly [number, number];
type House = Addresses['addresses'][number]['houses'][number];
interface Entry {
  readonly id: number;
  readonly name: string;
  readonly kind: 'street' | 'place';
  readonly at: LngLat;
  readonly near: string | undefined;
}

/** How many are built into the index at a time, so that the page keeps answering. */
const CHUNK = 200;
/** Quarters and settlements, by which people tell where a street is. */
const AREAS = new Set(['city', 'town', 'village', 'hamlet', 'suburb', 'borough', 'quarter', 'neighbourhood']);
/** `Storgatan 12 B`: the words and the number at the end. */
const WITH_NUMBER = /^(.*\p{L}[^\d]*?)\s*(\d+)\s*(\p{L}?)$/u;

const pointOf = (at: readonly number[]): LngLat => decodePositions(at)[0] ?? [0, 0];

/** Makes the index slice by slice. Finds streets, their houses and named places, and forgives misspelling. */
export async function streetSearcherOf(addresses: Addresses): Promise<(words: string) => StreetFinding[]> {
  const houses = housesByStreet(addresses);
  const entries = entriesOf(addresses);
  const index = new MiniSearch<Entry>({
    fields: ['name'],
    processTerm: (term) => folded(term) || null,
    searchOptions: {
      prefix: true,
      fuzzy: (term) => (term.length < 4 ? false : 0.25),
      combineWith: 'AND',
    },
  });
  await index.addAllAsync(entries, { chunkSize: CHUNK });
  const named = (words: string): Entry[] =>
    index.search(words).flatMap(({ id }) => entries[id as number] ?? []);
  return (words) => {
    const asked = WITH_NUMBER.exec(words.trim());
    const whole = named(words).map(findingOf);
    if (!asked) return whole;
    const [, street = '', digits = '', letter = ''] = asked;
    const number = `${digits}${letter}`;
    const onStreet = named(street)
      .filter(({ kind }) => kind === 'street')
      .map((entry): StreetFinding => houseOn(entry, number, houses));
    // A street may itself be named with a number.
    return [...whole, ...onStreet.filter(({ id }) => !whole.some((other) => other.id === id))];
  };
}

const findingOf = ({ id, name, kind, at, near }: Entry): StreetFinding => ({
  id: `${kind}:${id}`,
  name,
  kind,
  lngLat: at,
  ...(near !== undefined && { near }),
});

const houseKey = (number: string): string => folded(number).replace(/\s/g, '');

function houseOn(
  street: Entry,
  number: string,
  houses: ReadonlyMap<string, ReadonlyMap<string, readonly House[]>>,
): StreetFinding {
  const found = houses.get(street.name)?.get(houseKey(number)) ?? [];
  const plain = findingOf(street);
  const nearest = found.map((house) => ({ house, at: pointOf(house.slice(1) as number[]) }));
  nearest.sort((a, b) => awayFrom(street.at, a.at) - awayFrom(street.at, b.at));
  const [first] = nearest;
  if (!first) return { ...plain, missingNumber: number };
  const [written] = first.house;
  const name = `${street.name} ${written}`;
  return { ...plain, id: `address:${street.id}:${written}`, kind: 'address', name, lngLat: first.at };
}

/** Good enough to compare distances within a city: degrees of longitude are shorter than those of latitude. */
const awayFrom = ([lng, lat]: LngLat, [otherLng, otherLat]: LngLat): number =>
  Math.hypot((otherLng - lng) * Math.cos((lat * Math.PI) / 180), otherLat - lat);

function housesByStreet({ addresses }: Addresses): Map<string, Map<string, House[]>> {
  const byStreet = new Map<string, Map<string, House[]>>();
  for (const { street, houses } of addresses) {
    const byNumber = byStreet.get(street) ?? new Map<string, House[]>();
    byStreet.set(street, byNumber);
    for (const house of houses) {
      const key = houseKey(house[0]);
      byNumber.set(key, [...(byNumber.get(key) ?? []), house]);
    }
  }
  return byStreet;
}

function entriesOf({ streets, addresses, places }: Addresses): Entry[] {
  const areas = places
    .filter(({ kind }) => AREAS.has(kind))
    .map(({ name, at }) => ({ name, at: pointOf(at) }));
  const near = (at: LngLat): string | undefined =>
    areas.reduce<{ name: string; away: number } | undefined>((best, area) => {
      const away = awayFrom(at, area.at);
      return best && best.away <= away ? best : { name: area.name, away };
    }, undefined)?.name;
  const drawn = new Set(streets.map(({ name }) => name));
  // Houses may stand on a street that the extract does not draw: a square, a farm.
  const undrawn = addresses.flatMap(({ street, houses: [first] }) =>
    first && !drawn.has(street) ? [{ name: street, at: [first[1], first[2]] }] : [],
  );
  const all: Omit<Entry, 'id'>[] = [
    ...[...streets, ...undrawn].map(({ name, at }) => {
      const point = pointOf(at);
      return { name, kind: 'street' as const, at: point, near: near(point) };
    }),
    ...places.map(({ name, at }) => ({ name, kind: 'place' as const, at: pointOf(at), near: undefined })),
  ];
  return all.map((entry, id) => ({ id, ...entry }));
}
