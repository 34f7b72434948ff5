import { describe, expect, it } from 'vitest';
import { classify, shapeOf } from '../../../src/exchange/osm/classify.ts';
import { bearingDegreesOf, litOf, metresOf } from '../../../src/exchange/osm/tagValues.ts';

const kinds = (tags: Record<string, string>): string[] => classify(tags).map(({ kind }) => kind);

describe('classify', () => {
  it('never reads a missing lit as unlit', () => {
    const lit = (value?: string) =>
      classify({ highway: 'footway', ...(value !== undefined && { lit: value }) })[0];
    expect(lit()).toMatchObject({ kind: 'path', path: 'footway', lit: 'unknown' });
    expect(lit('no')).toMatchObject({ lit: 'no' });
    for (const value of ['yes', '24/7', 'automatic', 'limited', 'sunset-sunrise', 'Mo-Fr 06:00-22:00'])
      expect(lit(value)).toMatchObject({ lit: 'yes' });
    for (const value of ['', 'fixme', 'maybe', 'nope']) expect(litOf({ lit: value })).toBe('unknown');
  });

  it('keeps what a way says about itself, and invents nothing', () => {
    expect(
      classify({
        highway: 'cycleway',
        name: '<b>Stigen</b>',
        surface: 'asphalt',
        width: '3,5 m',
        tunnel: 'yes',
        layer: '-1',
        foot: 'designated',
        bicycle: 'no',
      }),
    ).toEqual([
      {
        kind: 'path',
        path: 'cycleway',
        lit: 'unknown',
        name: '<b>Stigen</b>',
        surface: 'asphalt',
        widthMetres: 3.5,
        tunnel: true,
        bridge: false,
        layer: -1,
        foot: 'yes',
        bicycle: 'no',
      },
    ]);
    expect(classify({ highway: 'steps', width: 'narrow' })[0]).not.toHaveProperty('widthMetres');
    expect(classify({ highway: 'steps', bridge: 'no' })[0]).toMatchObject({ bridge: false });
  });

  it('tells roads from paths and leaves out what is not built', () => {
    expect(classify({ highway: 'primary_link' })[0]).toMatchObject({
      kind: 'road',
      road: 'primary',
      link: true,
    });
    expect(classify({ highway: 'residential' })[0]).toMatchObject({ kind: 'road', link: false });
    for (const highway of ['construction', 'proposed', 'razed', 'footway_link', 'elevator'])
      expect(kinds({ highway })).toEqual([]);
  });

  it('reads buildings with heights, levels and parts', () => {
    expect(
      classify({ building: 'yes', height: '12 m', 'building:levels': '4', min_height: '3', name: 'Hus' }),
    ).toEqual([
      {
        kind: 'building',
        extent: 'whole',
        building: 'yes',
        heightMetres: 12,
        minHeightMetres: 3,
        levels: 4,
        underground: false,
        name: 'Hus',
      },
    ]);
    expect(classify({ 'building:part': 'yes', location: 'underground' })[0]).toMatchObject({
      extent: 'part',
      underground: true,
    });
    for (const building of ['no', 'construction', 'demolished']) expect(kinds({ building })).toEqual([]);
  });

  it('says both when an element is two things', () => {
    expect(kinds({ building: 'house', 'addr:street': 'Storgatan', 'addr:housenumber': '3 B' })).toEqual([
      'building',
      'address',
    ]);
    expect(kinds({ highway: 'street_lamp', man_made: 'surveillance' })).toEqual([
      'street-lamp',
      'surveillance',
    ]);
    expect(
      kinds({ 'addr:street': 'Storgatan', 'addr:housenumber': '1-9', 'addr:interpolation': 'odd' }),
    ).toEqual([]);
  });

  it('reads cameras', () => {
    expect(
      classify({
        man_made: 'surveillance',
        'surveillance:type': 'camera',
        'camera:type': 'fixed',
        'camera:direction': 'SSE',
        'camera:angle': '60',
        height: "10'",
        'surveillance:zone': 'street',
      }),
    ).toEqual([
      {
        kind: 'surveillance',
        device: 'camera',
        cameraType: 'fixed',
        bearingDegrees: 157.5,
        fieldOfViewDegrees: 60,
        heightMetres: 3.048,
        zone: 'street',
      },
    ]);
    expect(classify({ man_made: 'surveillance' })[0]).toEqual({ kind: 'surveillance', device: 'unknown' });
  });

  it.each([
    [{ entrance: 'main' }, ['entrance']],
    [{ entrance: 'no' }, []],
    [{ highway: 'crossing' }, ['crossing']],
    [{ highway: 'bus_stop', public_transport: 'platform', bus: 'yes' }, ['bus-stop']],
    [{ public_transport: 'stop_position', bus: 'yes' }, []],
    [{ amenity: 'bench' }, ['bench']],
    [{ natural: 'tree', height: '8' }, ['tree']],
    [{ natural: 'tree_row' }, ['tree-row']],
    [{ barrier: 'hedge' }, ['barrier']],
    [{ barrier: 'bollard' }, []],
    [{ railway: 'tram', bridge: 'viaduct' }, ['rail']],
    [{ railway: 'abandoned' }, []],
    [{ waterway: 'stream' }, ['waterway']],
    [{ natural: 'water', name: 'Sjön' }, ['water']],
    [{ leisure: 'park' }, ['green']],
    [{ landuse: 'forest' }, ['green']],
    [{ landuse: 'industrial' }, ['land-use']],
    [{ amenity: 'school', building: 'yes' }, ['building', 'land-use']],
    [{ place: 'suburb', name: 'Norra' }, ['place']],
    [{ place: 'suburb' }, []],
    [{}, []],
  ])('%j is %j', (tags, expected) => expect(kinds(tags as Record<string, string>)).toEqual(expected));

  it('is not fooled by keys that objects have by nature', () => {
    expect(kinds({ highway: 'constructor', barrier: '__proto__', place: 'toString', name: 'x' })).toEqual([]);
  });
});

describe('shapeOf', () => {
  const way = (closed: boolean, tags = {}) => ({ type: 'way' as const, closed, tags });
  it('draws a closed footway as a line unless it says area', () => {
    expect(shapeOf('path', way(true))).toBe('line');
    expect(shapeOf('path', way(true, { area: 'yes' }))).toBe('area');
    expect(shapeOf('path', way(false, { area: 'yes' }))).toBe('line');
  });
  it('refuses shapes that make no sense', () => {
    expect(shapeOf('building', way(false))).toBeUndefined();
    expect(shapeOf('building', way(true))).toBe('area');
    expect(shapeOf('building', way(true, { area: 'no' }))).toBeUndefined();
    expect(shapeOf('building', { type: 'node', closed: false, tags: {} })).toBeUndefined();
    expect(shapeOf('street-lamp', way(true))).toBeUndefined();
    expect(shapeOf('address', way(true))).toBe('area');
    expect(shapeOf('rail', { type: 'relation', closed: true, tags: {} })).toBeUndefined();
  });
});

describe('tag values', () => {
  it('reads lengths in their units', () => {
    expect(metresOf('4')).toBe(4);
    expect(metresOf('3,5 m')).toBe(3.5);
    expect(metresOf('5\'6"')).toBeCloseTo(1.6764, 9);
    expect(metresOf('10 ft')).toBeCloseTo(3.048, 9);
    for (const text of ['', '4;5', '4-5', 'high', '3 miles', '1e9', undefined])
      expect(metresOf(text)).toBeUndefined();
  });
  it('turns bearings into 0 ≤ b < 360', () => {
    expect(bearingDegreesOf('-90')).toBe(270);
    expect(bearingDegreesOf('360')).toBe(0);
    expect(bearingDegreesOf('NW')).toBe(315);
    expect(bearingDegreesOf('0-90')).toBeUndefined();
  });
});
