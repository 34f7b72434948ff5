import * as v from 'valibot';
import type { Geocoder } from './config.ts';

/** A place that another server found by name. */
export interface FoundElsewhere {
  readonly id: string;
  readonly name: string;
  readonly lngLat: readonly [lng: number, lat: number];
}

const MOST_FOUND = 8;
const LONGEST_WAIT_MS = 10_000;

const text = v.optional(v.nullable(v.string()));
/** What Photon, Pelias and Nominatim have in common: GeoJSON points, named in one of a few ways. */
const AnswerSchema = v.object({
  features: v.array(
    v.object({
      geometry: v.object({
        type: v.string(),
        coordinates: v.looseTuple([
          v.pipe(v.number(), v.minValue(-180), v.maxValue(180)),
          v.pipe(v.number(), v.minValue(-85), v.maxValue(85)),
        ]),
      }),
      properties: v.object({
        label: text,
        display_name: text,
        name: text,
        street: text,
        housenumber: text,
        city: text,
      }),
    }),
  ),
});

/** Whose server it is, as the user is told before anything is sent. */
export const geocoderHost = ({ url }: Geocoder): string => new URL(url).host;

/**
 * Asks the deployer's server for a place by name. Only the words and the language are sent.
 * @throws when the server does not answer in time, refuses, or answers with something else than GeoJSON points
 */
export async function askGeocoder(
  { url }: Geocoder,
  words: string,
  language: string,
): Promise<FoundElsewhere[]> {
  const address = url
    .replaceAll('{query}', encodeURIComponent(words))
    .replaceAll('{language}', encodeURIComponent(language));
  const response = await fetch(address, {
    credentials: 'omit',
    referrerPolicy: 'no-referrer',
    signal: AbortSignal.timeout(LONGEST_WAIT_MS),
  });
  if (!response.ok) throw new Error(`${response.status}`);
  return foundIn(await response.json());
}

/** Reads a server's answer. @throws when it is no list of GeoJSON features */
export function foundIn(answer: unknown): FoundElsewhere[] {
  const { features } = v.parse(AnswerSchema, answer);
  return features
    .filter(({ geometry }) => geometry.type === 'Point')
    .flatMap(({ geometry, properties }): FoundElsewhere[] => {
      const [lng, lat] = geometry.coordinates;
      const { label, display_name: displayName, name, street, housenumber, city } = properties;
      const address = [[street, housenumber].filter(Boolean).join(' '), city].filter(Boolean).join(', ');
      const title = label || displayName || [name, address].filter(Boolean).join(', ');
      return title ? [{ id: `${title} ${lng} ${lat}`, name: title, lngLat: [lng, lat] }] : [];
    })
    .slice(0, MOST_FOUND);
}
