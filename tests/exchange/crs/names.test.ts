import { describe, expect, it } from 'vitest';
import { crsNamed, WGS84 } from '../../../src/exchange/crs/names.ts';
import { recogniseCrs } from '../../../src/exchange/crs/recognise.ts';
import { wktOfCrs } from '../../../src/exchange/export/crsWkt.ts';
import { LOCAL, OPTIONS, POINT, TM } from '../city.ts';

const ESRI_TM =
  'PROJCS["SWEREF99_TM",GEOGCS["GCS_SWEREF99",DATUM["D_SWEREF99",SPHEROID["GRS_1980",6378137.0,298.257222101]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]],PROJECTION["Transverse_Mercator"],PARAMETER["False_Easting",500000.0],PARAMETER["False_Northing",0.0],PARAMETER["Central_Meridian",15.0],PARAMETER["Scale_Factor",0.9996],PARAMETER["Latitude_Of_Origin",0.0],UNIT["Meter",1.0]]';
const WKT2 =
  'PROJCRS["SWEREF99 16 30",BASEGEOGCRS["SWEREF99",DATUM["SWEREF99",ELLIPSOID["GRS 1980",6378137,298.257222101]],ID["EPSG",4619]],CONVERSION["SWEREF99 16 30",METHOD["Transverse Mercator"],PARAMETER["Longitude of natural origin",16.5],PARAMETER["Scale factor at natural origin",1],PARAMETER["False easting",150000]],CS[Cartesian,2],ID["EPSG",3010]]';

describe('crsNamed', () => {
  it.each([
    ['EPSG:3006', TM.code],
    ['epsg:3010', LOCAL.code],
    ['urn:ogc:def:crs:EPSG::3006', TM.code],
    ['urn:ogc:def:crs:EPSG:9.8.6:3010', LOCAL.code],
    ['http://www.opengis.net/def/crs/EPSG/0/3010', LOCAL.code],
    ['EPSG:5849', LOCAL.code],
    ['EPSG:4326', WGS84],
    ['EPSG:4619', WGS84],
    ['urn:ogc:def:crs:OGC:1.3:CRS84', WGS84],
    [ESRI_TM, TM.code],
    [WKT2, LOCAL.code],
    [wktOfCrs(LOCAL), LOCAL.code],
    ['GEOGCS["GCS_WGS_1984",DATUM["D_WGS_1984",SPHEROID["WGS_1984",6378137.0,298.257223563]]]', WGS84],
    ['EPSG:3857', undefined],
    ['GEOGCS["RT90",DATUM["Rikets_koordinatsystem_1990",SPHEROID["Bessel 1841",6377397,299.15]]]', undefined],
    [ESRI_TM.replace('15.0]', '13.5]'), undefined],
    ['nonsense', undefined],
  ])('%s is %s', (text, code) => expect(crsNamed(text, [TM, LOCAL])).toBe(code));
});

describe('recogniseCrs', () => {
  it('asks where two systems fit equally, the likelier first', () => {
    const twin = { ...LOCAL, code: 'EPSG:9999', name: 'twin' };
    const { finding } = recogniseCrs({ kind: 'none' }, [POINT.local], {
      ...OPTIONS,
      crsChoices: [LOCAL, twin],
    });
    expect(finding).toMatchObject({
      kind: 'ask',
      candidates: [
        { code: LOCAL.code, shareInside: 1 },
        { code: 'EPSG:9999', shareInside: 1 },
        { shareInside: 0 },
        {},
        {},
        {},
      ],
    });
  });
  it('is not misled by a few outliers', () => {
    const sample = [...Array.from({ length: 9 }, () => POINT.tm), [0, 0] as const];
    expect(recogniseCrs({ kind: 'none' }, sample, OPTIONS).finding).toMatchObject({
      code: TM.code,
      by: 'range',
    });
  });
});
