import { describe, expect, it } from 'vitest';
import { contrastRatio, cssVariables, PALETTES } from '../../src/map/palette.ts';

/** The default programme colours of the look: by day, by night. */
const PROGRAMMES = {
  light: ['#2F66AD', '#5B4DB0', '#2E7D4F', '#9A3F7C', '#9A6400'],
  night: ['#7FB0F2', '#A99DF5', '#6FCB93', '#E08CC3', '#F3B84A'],
} as const;

describe('contrast', () => {
  it('agrees with the values of WCAG 2', () => {
    expect(contrastRatio('#000000', '#FFFFFF')).toBeCloseTo(21, 5);
    expect(contrastRatio('#777777', '#FFFFFF')).toBeCloseTo(4.48, 2);
    expect(contrastRatio('#777777', '#777777')).toBe(1);
  });

  for (const palette of Object.values(PALETTES)) {
    const { flavour, paper, panel, built, water, green, beyond } = palette;
    const grounds = { paper, panel, built, water, green, beyond };

    it(`keeps text readable wherever it stands: ${flavour}`, () => {
      for (const [name, ground] of Object.entries(grounds)) {
        expect(contrastRatio(palette.ink, ground), `ink on ${name}`).toBeGreaterThanOrEqual(7);
        expect(contrastRatio(palette.muted, ground), `muted on ${name}`).toBeGreaterThanOrEqual(4.5);
      }
      expect(contrastRatio(palette.waterInk, water)).toBeGreaterThanOrEqual(4.5);
      expect(contrastRatio(palette.error, panel)).toBeGreaterThanOrEqual(4.5);
    });

    it(`keeps the programmes visible on every tint and the ring on every panel: ${flavour}`, () => {
      for (const colour of PROGRAMMES[flavour]) {
        for (const [name, ground] of Object.entries(grounds))
          expect(contrastRatio(colour, ground), `${colour} on ${name}`).toBeGreaterThanOrEqual(3);
        // their names are text
        expect(contrastRatio(colour, paper), `${colour} as text`).toBeGreaterThanOrEqual(4.5);
      }
      expect(contrastRatio(palette.focus, panel)).toBeGreaterThanOrEqual(3);
      expect(contrastRatio(palette.focus, paper)).toBeGreaterThanOrEqual(3);
    });
  }
});

describe('css variables', () => {
  it('names every colour, in kebab case', () => {
    const variables = cssVariables(PALETTES.light);
    expect(variables['--paper']).toBe('#FBFAF7');
    expect(variables['--water-ink']).toBe(PALETTES.light.waterInk);
    expect(variables).not.toHaveProperty('--flavour');
    expect(Object.keys(variables)).toEqual(Object.keys(cssVariables(PALETTES.night)));
    for (const colour of Object.values(variables)) expect(colour).toMatch(/^#[0-9A-F]{6}$/);
  });
});
