import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { OsmBackground, OsmClass } from '../../../src/exchange/osm/osmClass.ts';
import { BACKGROUND_KINDS, planBackgroundOf } from '../../../src/exchange/osm/planBackground.ts';
import { read } from '../city.ts';

const fixture = (name: string) => readFileSync(new URL(`../../fixtures/osm/${name}.osm`, import.meta.url));
const one = (is: OsmClass, geometry: GeoJSON.Geometry = { type: 'Point', coordinates: [16, 59] }) =>
  planBackgroundOf({
    features: [{ element: 'way/1', is, geometry }],
    counts: {},
    elements: { nodes: 0, ways: 1, relations: 0 },
  } as OsmBackground);

describe('what an OpenStreetMap file lays under a plan', () => {
  it.each(['laufamholz', 'berlin-siegessaeule'])('%s: everything of use arrives, once', async (name) => {
    const { background } = await read(`${name}.osm`, fixture(name));
    const features = planBackgroundOf(background!);
    const elements = new Set(
      background!.features
        .filter(({ is }) => (BACKGROUND_KINDS as readonly string[]).includes(is.kind))
        // Only what stands on the ground and has the shape of its kind can be snapped to or cast a shadow.
        .filter(
          ({ is, geometry }) =>
            !(is.kind === 'building' && is.underground) && geometry.type !== 'GeometryCollection',
        )
        .map(({ element, is }) => `${element} ${is.kind}`),
    );
    const arrived = new Set(
      features.map(({ properties: { kind, id } }) => `${id.split('/').slice(0, 2).join('/')} ${kind}`),
    );
    expect(arrived.size).toBe(elements.size);
    expect(new Set(features.map(({ properties: { kind, id } }) => `${kind} ${id}`)).size).toBe(
      features.length,
    );
  });

  it('keeps the third answer about light, which no extract answers for every path', async () => {
    const { background } = await read('laufamholz.osm', fixture('laufamholz'));
    const lit = planBackgroundOf(background!).map(
      ({ properties }) => properties.kind === 'path' && properties.lit,
    );
    expect(lit.filter((answer) => answer === 'unknown').length).toBe(42);
    expect(lit.filter((answer) => answer === 'yes').length).toBe(3);
    expect(lit.filter((answer) => answer === 'no').length).toBe(0);
  });

  it('estimates a building’s height from its levels, and leaves out what is under the ground', () => {
    const area: GeoJSON.Polygon = {
      type: 'Polygon',
      coordinates: [
        [
          [16, 59],
          [16, 59.1],
          [16.1, 59],
          [16, 59],
        ],
      ],
    };
    const house = { kind: 'building', extent: 'whole', building: 'yes', underground: false } as const;
    expect(one({ ...house, levels: 4 }, area)[0]?.properties).toMatchObject({ heightMetres: 12 });
    expect(one({ ...house, levels: 4, heightMetres: 15 }, area)[0]?.properties).toMatchObject({
      heightMetres: 15,
    });
    expect(one({ ...house, underground: true }, area)).toEqual([]);
  });

  it('parts a way with a gap into lines with ids of their own', () => {
    const coordinates = [
      [
        [16, 59],
        [16, 59.1],
      ],
      [
        [16.1, 59],
        [16.1, 59.1],
      ],
    ];
    const way = {
      kind: 'path',
      path: 'footway',
      lit: 'no',
      tunnel: false,
      bridge: true,
      layer: 1,
      foot: 'yes',
      bicycle: 'no',
    } as const;
    const parts = one(way, { type: 'MultiLineString', coordinates });
    expect(parts.map(({ properties: { id } }) => id)).toEqual(['way/1/1', 'way/1/2']);
    expect(parts[0]?.properties).toMatchObject({ lit: 'no', bridge: true, way: 'footway' });
    expect(parts[0]?.properties).not.toHaveProperty('tunnel');
  });
});
