/** What a column's header says it holds, as far as coordinates go. Swedish and English spellings. */
export type CoordinateRole = 'longitude' | 'latitude' | 'east' | 'north' | 'x' | 'y' | 'wkt' | 'position';

const SPELLINGS: Readonly<Record<CoordinateRole, readonly string[]>> = {
  longitude: ['longitude', 'long', 'lon', 'lng', 'longitud', 'wgs84 long', 'wgs84 lon'],
  latitude: ['latitude', 'lat', 'latitud', 'breddgrad', 'wgs84 lat'],
  east: [
    'e',
    'ost',
    'oest',
    'east',
    'easting',
    'e koordinat',
    'ost koordinat',
    'sweref e',
    'sweref99 e',
    'east m',
  ],
  north: [
    'n',
    'nord',
    'norr',
    'north',
    'northing',
    'n koordinat',
    'nord koordinat',
    'sweref n',
    'sweref99 n',
    'north m',
  ],
  x: ['x', 'x koordinat', 'xkoord', 'x coord', 'coord x', 'koord x', 'point x', 'xcoord', 'x koord'],
  y: ['y', 'y koordinat', 'ykoord', 'y coord', 'coord y', 'koord y', 'point y', 'ycoord', 'y koord'],
  wkt: ['wkt', 'geom', 'geometry', 'geometri', 'the geom', 'shape', 'wkt geom', 'geom wkt'],
  position: [
    'position',
    'koordinat',
    'koordinater',
    'coordinates',
    'coordinate',
    'latlong',
    'lat lon',
    'lat long',
  ],
};

/** "Längdgrad (°)" → "langdgrad": lower case, without marks, units in brackets or punctuation. */
const plain = (header: string): string =>
  header
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[([{].*$/, '')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();

const ROLES = new Map(
  Object.entries(SPELLINGS).flatMap(([role, names]) =>
    names.map((name): [string, CoordinateRole] => [name, role as CoordinateRole]),
  ),
);
ROLES.set('langdgrad', 'longitude');

/** The coordinate that a header speaks of; undefined for every other column. */
export const coordinateRoleOf = (header: string): CoordinateRole | undefined => {
  const name = plain(header);
  const own = ROLES.get(name);
  if (own !== undefined) return own;
  // "E_sweref991630", "SWEREF 99 TM N", "N (3006)": one letter or word beside the name of a system.
  const words = name
    .split(' ')
    .filter((word) => !/^(sweref|sweref99\w*|tm|wgs|wgs84|epsg|\d+|m|meter)$/.test(word));
  return words.length === 1 ? ROLES.get(words[0] ?? '') : undefined;
};

/** Which columns hold the position. `first` and `second` are in the order east, north as far as the header says. */
export type CoordinateColumns =
  | { readonly kind: 'pair'; readonly east: number; readonly north: number }
  | { readonly kind: 'wkt'; readonly column: number }
  | { readonly kind: 'position'; readonly column: number };

/** Finds the columns of the position, the least ambiguous pair first; undefined where no header says. */
export function coordinateColumns(headers: readonly string[]): CoordinateColumns | undefined {
  const at = new Map<CoordinateRole, number>();
  headers.forEach((header, index) => {
    const role = coordinateRoleOf(header);
    if (role !== undefined && !at.has(role)) at.set(role, index);
  });
  const wkt = at.get('wkt');
  if (wkt !== undefined) return { kind: 'wkt', column: wkt };
  const pairs: [CoordinateRole, CoordinateRole][] = [
    ['longitude', 'latitude'],
    ['east', 'north'],
    ['x', 'y'],
  ];
  for (const [first, second] of pairs) {
    const [east, north] = [at.get(first), at.get(second)];
    if (east !== undefined && north !== undefined) return { kind: 'pair', east, north };
  }
  const position = at.get('position');
  return position === undefined ? undefined : { kind: 'position', column: position };
}
