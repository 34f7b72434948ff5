/**
 * Question: which streets, houses and places can be searched for by name, offline?
 * Method: ways of one name whose boxes come within {@link NEAR_METRES} are one street (two villages may each have a
 * Church Street); houses by street, each once; places as they are, with parks and other named greens.
 * Complexity: O(n log n + s · k²) for k ways of one name.
 */
import type { Addresses } from '../../src/domain/streets.ts';
import type { BoxE7 } from './osmElement.ts';
import { boxOf, doBoxesMeet, isOfKind, type StreetFeature, unionOf } from './streetFeature.ts';
import { labelPointOf } from './tileFeatures.ts';

const NEAR_METRES = 400;
/** The same house again (a building and its entrance both carry the address). */
const SAME_HOUSE_METRES = 100;
const E7_PER_METRE = 1e7 / 111_195;

const byText = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

/** A box widened on all sides. */
function widened([west, south, east, north]: BoxE7, metres: number): BoxE7 {
  const dLat = metres * E7_PER_METRE;
  const dLng = dLat / Math.cos(((south + north) / 2e7) * (Math.PI / 180));
  return [west - dLng, south - dLat, east + dLng, north + dLat];
}

interface Stretch {
  box: BoxE7;
  at: readonly [number, number];
  positions: number;
}

/** Joins ways of one name that lie near each other. */
function joined(ways: readonly Stretch[]): Stretch[] {
  let stretches: Stretch[] = [];
  for (const way of ways) {
    const near = widened(way.box, NEAR_METRES);
    const met = stretches.filter((other) => doBoxesMeet(near, other.box));
    // The label stands on the longest way.
    const longest = [way, ...met].reduce((best, one) => (one.positions > best.positions ? one : best));
    const whole = { ...longest, box: unionOf([way.box, ...met.map(({ box }) => box)]) };
    stretches = [...stretches.filter((other) => !met.includes(other)), whole];
  }
  return stretches.sort((a, b) => a.box[0] - b.box[0] || a.box[1] - b.box[1]);
}

function streetsOf(features: readonly StreetFeature[]): Addresses['streets'] {
  const byName = new Map<string, Stretch[]>();
  for (const feature of features) {
    const { class: found, geometry } = feature;
    if ((found.kind !== 'road' && found.kind !== 'path') || found.name === undefined) continue;
    const line = geometry.shape === 'line' ? geometry.lines[0] : undefined;
    const middle = line && Math.floor(line.length / 4) * 2;
    const at =
      line && middle !== undefined ? [line[middle] ?? 0, line[middle + 1] ?? 0] : labelPointOf(geometry);
    if (!at) continue;
    const stretch = {
      box: boxOf(geometry),
      at: [at[0] ?? 0, at[1] ?? 0] as const,
      positions: line?.length ?? 0,
    };
    byName.set(found.name, [...(byName.get(found.name) ?? []), stretch]);
  }
  return [...byName]
    .sort(([one], [other]) => byText(one, other))
    .flatMap(([name, ways]) => joined(ways).map(({ at, box }) => ({ name, at: [...at], box: [...box] })));
}

type House = Addresses['addresses'][number]['houses'][number];

function isKnown(houses: readonly House[], [number, lng, lat]: House): boolean {
  const near = widened([lng, lat, lng, lat], SAME_HOUSE_METRES);
  return houses.some(([other, x, y]) => other === number && doBoxesMeet([x, y, x, y], near));
}

function housesOf(features: readonly StreetFeature[]): Addresses['addresses'] {
  const byStreet = new Map<string, Addresses['addresses'][number]>();
  for (const feature of features) {
    if (!isOfKind(feature, 'address')) continue;
    const at = labelPointOf(feature.geometry);
    if (!at) continue;
    const { street, city, postcode, houseNumber } = feature.class;
    const key = [street, city ?? '', postcode ?? ''].join('\u0000');
    const entry = byStreet.get(key) ?? {
      street,
      ...(city !== undefined && { city }),
      ...(postcode !== undefined && { postcode }),
      houses: [],
    };
    const house: House = [houseNumber, at[0], at[1]];
    if (!isKnown(entry.houses, house)) entry.houses.push(house);
    byStreet.set(key, entry);
  }
  const number = new Intl.Collator('en', { numeric: true });
  for (const { houses } of byStreet.values())
    houses.sort((a, b) => number.compare(a[0], b[0]) || a[1] - b[1] || a[2] - b[2]);
  return [...byStreet].sort(([one], [other]) => byText(one, other)).map(([, entry]) => entry);
}

function placesOf(features: readonly StreetFeature[]): Addresses['places'] {
  const places = features.flatMap(({ class: found, geometry }) => {
    const name = 'name' in found ? found.name : undefined;
    const kind = found.kind === 'place' ? found.place : found.kind === 'green' ? found.green : undefined;
    const at = labelPointOf(geometry);
    return name !== undefined && kind !== undefined && at ? [{ name, kind, at: [at[0], at[1]] }] : [];
  });
  return places.sort((a, b) => byText(a.name, b.name) || byText(a.kind, b.kind));
}

/** Everything that the offline search may find. */
export const addressesOf = (features: readonly StreetFeature[]): Addresses => ({
  schemaVersion: 1,
  streets: streetsOf(features),
  addresses: housesOf(features),
  places: placesOf(features),
});
