/**
 * Question: which streets, houses and places can be searched for by name, offline?
 * Method: ways of one name whose boxes come within {@link NEAR_METRES} are one street (two villages may each have a
 * Church Street); houses by street, each once; places as they are, with parks and other named greens.
 * Complexity: O(n log n + s · k²) for k ways of one name.
 */
import type { Addresses } from '../../src/domain/streets.ts';
import type { BoxE7 } from './osmElement.ts';
import { boxOf, doBoxesMeet, type FeatureList, isOfKind, unionOf } from './streetFeature.ts';
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

function streetsOf(features: FeatureList): Addresses['streets'] {
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
    const known = byName.get(found.name);
    if (known) known.push(stretch);
    else byName.set(found.name, [stretch]);
  }
  return [...byName]
    .sort(([one], [other]) => byText(one, other))
    .flatMap(([name, ways]) => joined(ways).map(({ at, box }) => ({ name, at: [...at], box: [...box] })));
}

type House = Addresses['addresses'][number]['houses'][number];

/** Each house once, in the order given. */
function distinct(houses: readonly House[]): House[] {
  const byNumber = new Map<string, House[]>();
  return houses.filter((house) => {
    const [number, lng, lat] = house;
    const same = byNumber.get(number) ?? [];
    const near = widened([lng, lat, lng, lat], SAME_HOUSE_METRES);
    if (same.some(([, x, y]) => doBoxesMeet([x, y, x, y], near))) return false;
    same.push(house);
    byNumber.set(number, same);
    return true;
  });
}

const number = new Intl.Collator('en', { numeric: true });

function housesOf(features: FeatureList): Addresses['addresses'] {
  const byStreet = new Map<string, Addresses['addresses'][number]>();
  for (const feature of features) {
    if (!isOfKind(feature, 'address')) continue;
    const at = labelPointOf(feature.geometry);
    if (!at) continue;
    const { street, city, postcode, houseNumber } = feature.class;
    const key = [street, city ?? '', postcode ?? ''].join('\u0000');
    let entry = byStreet.get(key);
    if (!entry) {
      const where = { ...(city !== undefined && { city }), ...(postcode !== undefined && { postcode }) };
      entry = { street, ...where, houses: [] };
      byStreet.set(key, entry);
    }
    entry.houses.push([houseNumber, at[0], at[1]]);
  }
  for (const entry of byStreet.values())
    entry.houses = distinct(entry.houses).sort(
      (a, b) => number.compare(a[0], b[0]) || a[1] - b[1] || a[2] - b[2],
    );
  return [...byStreet].sort(([one], [other]) => byText(one, other)).map(([, entry]) => entry);
}

function placesOf(features: FeatureList): Addresses['places'] {
  const places: Addresses['places'] = [];
  for (const { class: found, geometry } of features) {
    const name = 'name' in found ? found.name : undefined;
    const kind = found.kind === 'place' ? found.place : found.kind === 'green' ? found.green : undefined;
    const at = name !== undefined && kind !== undefined ? labelPointOf(geometry) : undefined;
    if (name !== undefined && kind !== undefined && at) places.push({ name, kind, at: [at[0], at[1]] });
  }
  return places.sort((a, b) => byText(a.name, b.name) || byText(a.kind, b.kind));
}

/** Everything that the offline search may find. */
export const addressesOf = (features: FeatureList): Addresses => ({
  schemaVersion: 1,
  streets: streetsOf(features),
  addresses: housesOf(features),
  places: placesOf(features),
});
