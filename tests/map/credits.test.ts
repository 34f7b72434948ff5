import { describe, expect, it } from 'vitest';
import { creditLine } from '../../src/map/credits.ts';

const streets = {
  kind: 'pmtiles',
  url: 'a.pmtiles',
  attribution: '© OpenStreetMap contributors (ODbL), 2026-11-20',
  attributionUrl: 'https://www.openstreetmap.org/copyright',
} as const;

describe('the credit line', () => {
  it('is the shipped layers’ own over the overview', () => {
    expect(creditLine({ attribution: '© SCB · © B' }, { kind: 'overview' })).toBe('© SCB · © B');
  });

  it('links the streets’ credit to their licence', () => {
    expect(creditLine({ attribution: '© SCB' }, streets)).toBe(
      `© SCB · <a href="https://www.openstreetmap.org/copyright" rel="noreferrer">${streets.attribution}</a>`,
    );
  });

  it('says a credit once when what lies around a plan has the same', () => {
    const line = creditLine({ attribution: `© SCB · ${streets.attribution}` }, streets);
    expect(line.split('OpenStreetMap contributors')).toHaveLength(2);
  });

  it('never lets a configuration write HTML or a script', () => {
    const hostile = { ...streets, attribution: '<b onclick="x">', attributionUrl: 'javascript:alert(1)' };
    expect(creditLine({ attribution: '<img>' }, hostile)).not.toMatch(/<(b|img|a)/);
  });
});
