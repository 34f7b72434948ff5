import { describe, expect, it } from 'vitest';
import { DEFAULT_CONFIG, parseConfig } from '../../src/state/config.ts';

describe('parseConfig', () => {
  it('reads a PMTiles basemap with its attribution', () => {
    const config = {
      layers: 'layers/',
      basemap: { kind: 'pmtiles', url: 'streets/a.pmtiles', attribution: '© X' },
    };
    expect(parseConfig(JSON.stringify(config))).toEqual({ config, problem: null });
  });
  it('gives the default and names the field when a value is wrong', () => {
    const { config, problem } = parseConfig('{"layers":"layers/","basemap":{"kind":"pmtiles","url":"a"}}');
    expect(config).toEqual(DEFAULT_CONFIG);
    expect(problem).toContain('attribution');
  });
  it('gives the default when the file is not JSON', () => {
    expect(parseConfig('{').config).toEqual(DEFAULT_CONFIG);
    expect(parseConfig('{').problem).not.toBeNull();
  });
  it('reads a geocoder, and refuses one that has no place for the words', () => {
    const given = (url: string): string =>
      JSON.stringify({
        layers: 'layers/',
        basemap: { kind: 'overview' },
        geocoder: { url, attribution: '© X' },
      });
    expect(parseConfig(given('https://sok.example/api?q={query}')).config.geocoder?.attribution).toBe('© X');
    expect(parseConfig(given('https://sok.example/api')).problem).toContain('geocoder.url');
    expect(parseConfig(given('{query}')).problem).toContain('geocoder.url');
  });
  it('refuses unknown fields, so that a misspelt one is noticed', () => {
    expect(parseConfig('{"layers":"layers/","basemap":{"kind":"overview"},"bsemap":1}').problem).toContain(
      'bsemap',
    );
  });
});
