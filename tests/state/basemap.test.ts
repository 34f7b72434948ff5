import { describe, expect, it } from 'vitest';
import type { StreetsManifest } from '../../src/domain/streets.ts';
import { basemapOf, groundOf, groundsOf, hostsOf } from '../../src/state/basemap.ts';
import { parseConfig } from '../../src/state/config.ts';

const manifest = {
  extractDate: '2026-11-20',
  bounds: [16.3, 59.4, 16.9, 59.8],
  tiles: { file: 'streets.01234567.pmtiles' },
  attribution: '© OpenStreetMap contributors',
  attributionUrl: 'https://www.openstreetmap.org/copyright',
} as unknown as StreetsManifest;
const streets = { folder: 'streets/', manifest };
const overview = { kind: 'overview' } as const;
const onlineMap = {
  styleUrl: 'https://tiles.example.org/style.json',
  title: 'Exempelkartan',
  attribution: '© Exempel',
  origins: ['https://fonts.example.org', 'https://tiles.example.org/other'],
};
const none = { basemap: overview, streets: null, chosen: null };

describe('the ground below everything', () => {
  it('is the overview where there is nothing else, and then there is nothing to choose', () => {
    expect(basemapOf(none)).toEqual(overview);
    expect(groundsOf(none)).toEqual(['overview']);
  });

  it('is the streets as soon as they are there, with whose they are and how old', () => {
    expect(basemapOf({ ...none, streets })).toEqual({
      kind: 'pmtiles',
      url: 'streets/streets.01234567.pmtiles',
      attribution: '© OpenStreetMap contributors (ODbL), 2026-11-20',
      attributionUrl: manifest.attributionUrl,
      bounds: manifest.bounds,
    });
  });

  it('is what the deployer names, before the streets', () => {
    const basemap = { kind: 'style', url: 'style.json', attribution: 'A' } as const;
    expect(basemapOf({ ...none, basemap, streets })).toBe(basemap);
    expect(groundsOf({ ...none, basemap, streets })).toEqual(['overview', 'streets', 'configured']);
  });

  it('is an online map only by choice', () => {
    expect(groundOf({ ...none, onlineMap })).toBe('overview');
    expect(groundOf({ ...none, onlineMap, streets })).toBe('streets');
    expect(basemapOf({ ...none, onlineMap, chosen: 'online' })).toMatchObject({
      kind: 'style',
      url: onlineMap.styleUrl,
    });
  });

  it('follows the user, and not a choice that is gone', () => {
    expect(groundOf({ ...none, streets, chosen: 'overview' })).toBe('overview');
    expect(groundOf({ ...none, chosen: 'online' })).toBe('overview');
  });

  it('says every server that an online map asks, once', () => {
    expect(hostsOf(onlineMap)).toEqual(['tiles.example.org', 'fonts.example.org']);
  });
});

describe('an online map in the configuration', () => {
  const text = (given: unknown) => JSON.stringify({ layers: 'layers/', basemap: overview, onlineMap: given });
  it('is read', () => expect(parseConfig(text(onlineMap)).config.onlineMap).toEqual(onlineMap));
  it.each([
    [{ ...onlineMap, styleUrl: 'style.json' }],
    [{ ...onlineMap, styleUrl: 'javascript:alert(1)' }],
    [{ ...onlineMap, attribution: '' }],
    [{ ...onlineMap, origins: ['tiles'] }],
    [{ ...onlineMap, key: 'secret' }],
  ])('is refused when it is wrong: %j', (given) => {
    expect(parseConfig(text(given)).problem).toMatch(/^onlineMap/);
  });
});
