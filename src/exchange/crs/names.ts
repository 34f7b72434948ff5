import type { Crs } from '../../domain/city.ts';

/** WGS 84 longitude/latitude, and what is treated as equal to it: SWEREF 99 and ETRS89 differ by under a metre. */
export const WGS84 = 'EPSG:4326';
const GEOGRAPHIC_CODES = new Set([4326, 4258, 4619, 4979, 4937, 5498]);
/** Plane systems with a height system added, and the plane system that they contain. */
const COMPOUND: Readonly<Record<number, number>> = { 5845: 3006, 5849: 3010 };

/**
 * The system that a declaration means: "EPSG:3006", "urn:ogc:def:crs:EPSG::3006", ".../EPSG/0/3006", CRS84, or the
 * WKT of a .prj or a GeoPackage. Undefined where it is none of those we can convert.
 */
export function crsNamed(declaration: string, choices: readonly Crs[]): string | undefined {
  const text = declaration.trim();
  if (/CRS:?84|OGC:?84/i.test(text)) return WGS84;
  const code = epsgOf(text);
  if (code !== undefined) {
    const known = knownCode(code, choices);
    if (known !== undefined) return known;
  }
  return wktMatch(text, choices);
}

function epsgOf(text: string): number | undefined {
  const plain =
    /^(?:urn:[\w.:-]*?)?EPSG:(?:[\d.]*:)?(\d{4,6})$/i.exec(text) ?? /EPSG\/[\d.]+\/(\d{4,6})$/i.exec(text);
  if (plain) return Number(plain[1]);
  // The last authority of a WKT belongs to the whole system, the earlier ones to its parts.
  const authorities = [...text.matchAll(/(?:AUTHORITY|ID)\s*\[\s*"EPSG"\s*,\s*"?(\d{4,6})"?\s*\]/gi)];
  const last = authorities.at(-1)?.[1];
  return last !== undefined && /\]\s*\]\s*$/.test(text) ? Number(last) : undefined;
}

function knownCode(code: number, choices: readonly Crs[]): string | undefined {
  if (GEOGRAPHIC_CODES.has(code)) return WGS84;
  const wanted = `EPSG:${COMPOUND[code] ?? code}`;
  return choices.find((choice) => choice.code === wanted)?.code;
}

/** Compares the numbers that make a transverse Mercator system what it is, since names are spelt in many ways. */
function wktMatch(text: string, choices: readonly Crs[]): string | undefined {
  if (/^\s*GEOG(CS|CRS|RAPHICCRS)\s*\[/i.test(text))
    return /WGS|SWEREF|ETRS|GRS.?80/i.test(text) ? WGS84 : undefined;
  if (!/^\s*(PROJCS|PROJCRS|PROJECTEDCRS|COMPD_CS|COMPOUNDCRS)\s*\[/i.test(text)) return undefined;
  if (!/Transverse_?\s?Mercator|Gauss_Kruger/i.test(text)) return undefined;
  if (!/SWEREF|ETRS|GRS.?80|WGS/i.test(text)) return undefined;
  const parameter = (name: string): number | undefined => {
    const found = new RegExp(`PARAMETER\\s*\\[\\s*"${name}"\\s*,\\s*([-+\\d.eE]+)`, 'i').exec(text)?.[1];
    return found === undefined ? undefined : Number(found);
  };
  const meridian = parameter('central_meridian') ?? parameter('Longitude of natural origin');
  const falseEast = parameter('false_easting') ?? parameter('False easting');
  const scale = parameter('scale_factor') ?? parameter('Scale factor at natural origin') ?? 1;
  return choices.find(({ proj4 }) => {
    const own = transverseMercatorOf(proj4);
    return (
      own && own.meridian === meridian && own.falseEast === falseEast && Math.abs(own.scale - scale) < 1e-9
    );
  })?.code;
}

function transverseMercatorOf(
  definition: string,
): { meridian: number; falseEast: number; scale: number } | undefined {
  const value = (name: string): number | undefined => {
    const found = new RegExp(`\\+${name}=([-+\\d.eE]+)`).exec(definition)?.[1];
    return found === undefined ? undefined : Number(found);
  };
  if (definition.includes('+proj=utm')) {
    const zone = value('zone');
    return zone === undefined ? undefined : { meridian: zone * 6 - 183, falseEast: 500_000, scale: 0.9996 };
  }
  if (!definition.includes('+proj=tmerc')) return undefined;
  const meridian = value('lon_0');
  const scale = value('k') ?? value('k_0') ?? 1;
  return meridian === undefined ? undefined : { meridian, falseEast: value('x_0') ?? 0, scale };
}
