import * as v from 'valibot';

const BasemapSchema = v.variant('kind', [
  v.strictObject({ kind: v.literal('overview') }),
  v.strictObject({
    kind: v.literal('pmtiles'),
    url: v.pipe(v.string(), v.nonEmpty()),
    attribution: v.pipe(v.string(), v.nonEmpty()),
  }),
  v.strictObject({
    kind: v.literal('style'),
    url: v.pipe(v.string(), v.nonEmpty()),
    attribution: v.pipe(v.string(), v.nonEmpty()),
  }),
]);

/** A server that looks up addresses. It is asked only when the user presses its name. */
const GeocoderSchema = v.strictObject({
  /** With `{query}` where the words go; `{language}` is optional. The answer is GeoJSON points (Photon, Pelias, Nominatim). */
  url: v.pipe(
    v.string(),
    v.check((url) => url.includes('{query}') && URL.canParse(url), 'an address with {query} in it'),
  ),
  attribution: v.pipe(v.string(), v.nonEmpty()),
});
export type Geocoder = v.InferOutput<typeof GeocoderSchema>;
const UrlSchema = v.pipe(v.string(), v.url(), v.regex(/^https?:/));

/** What a deployer may set, in public/config.json. */
export const ConfigSchema = v.strictObject({
  /** Folder of the built layers, relative to the page. */
  layers: v.pipe(v.string(), v.endsWith('/')),
  basemap: BasemapSchema,
  geocoder: v.optional(GeocoderSchema),
  /** A street map from somebody else's server: offered as a choice, and asked only by those who choose it. */
  onlineMap: v.optional(
    v.strictObject({
      styleUrl: UrlSchema,
      /** Whose map it is, as its owner writes it. */
      title: v.pipe(v.string(), v.nonEmpty()),
      attribution: v.pipe(v.string(), v.nonEmpty()),
      /** Further servers that the style takes tiles, letters or symbols from. */
      origins: v.optional(v.array(UrlSchema)),
    }),
  ),
});
export type Config = v.InferOutput<typeof ConfigSchema>;

export const DEFAULT_CONFIG: Config = { layers: 'layers/', basemap: { kind: 'overview' } };

export interface ConfigResult {
  readonly config: Config;
  /** Set when the file was there but wrong; the default is then in force. */
  readonly problem: string | null;
}

/** Reads a configuration text. Never throws: a wrong one gives the default and says what was wrong. */
export function parseConfig(text: string): ConfigResult {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return { config: DEFAULT_CONFIG, problem: String(error) };
  }
  const result = v.safeParse(ConfigSchema, value);
  if (result.success) return { config: result.output, problem: null };
  const [issue] = result.issues;
  return { config: DEFAULT_CONFIG, problem: `${v.getDotPath(issue) ?? ''}: ${issue.message}` };
}

/** Fetches config.json beside the page; a missing or broken one gives the default with a problem. */
export async function fetchConfig(): Promise<ConfigResult> {
  try {
    const response = await fetch('config.json');
    if (!response.ok) return { config: DEFAULT_CONFIG, problem: `config.json: ${response.status}` };
    return parseConfig(await response.text());
  } catch (error) {
    return { config: DEFAULT_CONFIG, problem: `config.json: ${String(error)}` };
  }
}
