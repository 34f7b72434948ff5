import type { Crs } from '../../domain/city.ts';

/** A transverse Mercator or UTM system of a proj4 definition as WKT 1, for formats that want one beside the code. */
export function wktOfCrs({ code, name, proj4 }: Crs): string {
  const value = (key: string): number | undefined => {
    const found = new RegExp(`\\+${key}=([-+\\d.eE]+)`).exec(proj4)?.[1];
    return found === undefined ? undefined : Number(found);
  };
  const zone = /\+proj=utm\b/.test(proj4) ? value('zone') : undefined;
  const parameters = {
    latitude_of_origin: value('lat_0') ?? 0,
    central_meridian: zone === undefined ? (value('lon_0') ?? 0) : zone * 6 - 183,
    scale_factor: zone === undefined ? (value('k') ?? value('k_0') ?? 1) : 0.9996,
    false_easting: zone === undefined ? (value('x_0') ?? 0) : 500_000,
    false_northing: value('y_0') ?? 0,
  };
  const list = Object.entries(parameters).map(([key, number]) => `PARAMETER["${key}",${number}]`);
  const quoted = name.replaceAll('"', '');
  return `PROJCS["${quoted}",GEOGCS["GRS 1980",DATUM["Not_specified_based_on_GRS_1980_ellipsoid",SPHEROID["GRS 1980",6378137,298.257222101]],PRIMEM["Greenwich",0],UNIT["degree",0.0174532925199433]],PROJECTION["Transverse_Mercator"],${list.join(',')},UNIT["metre",1],AUTHORITY["EPSG","${code.replace('EPSG:', '')}"]]`;
}
