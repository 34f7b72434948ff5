import type { Flavour } from './scene.ts';

/** Every colour that is not the city's own: the map, the legend, the charts and the CSS read the same object. */
export interface Palette {
  readonly flavour: Flavour;
  /** Land on the map and the page behind panels. */
  readonly paper: string;
  readonly panel: string;
  readonly ink: string;
  readonly muted: string;
  readonly built: string;
  readonly water: string;
  readonly green: string;
  readonly focus: string;
  /** Hairlines between panels, rows and fields. */
  readonly line: string;
  /** Errors only, never places. */
  readonly error: string;
  /** Land outside the municipality. */
  readonly beyond: string;
  readonly waterInk: string;
  readonly stream: string;
  readonly neighbourhood: string;
  readonly statistical: string;
  readonly railway: string;
  readonly road: string;
  readonly roadCasing: string;
  readonly building: string;
  readonly buildingEdge: string;
  /** Foot- and cycleways of a street map, and the shine beside those that are known to be lit. */
  readonly path: string;
  readonly litPath: string;
  /** Where a feature's programme has no colour of its own. */
  readonly fallback: string;
}

const light: Palette = {
  flavour: 'light',
  paper: '#FBFAF7',
  panel: '#FFFFFF',
  ink: '#16233A',
  muted: '#505E78',
  built: '#F0ECE4',
  water: '#CADBE6',
  green: '#DDE7D6',
  focus: '#0B5FFF',
  line: '#DDE1E8',
  error: '#B3261E',
  beyond: '#F5F3EE',
  waterInk: '#3A5D78',
  stream: '#BBD1DF',
  neighbourhood: '#DFD7C7',
  statistical: '#E7E1D5',
  railway: '#8B95A8',
  road: '#FFFFFF',
  roadCasing: '#D8D0C0',
  building: '#E3DCCF',
  buildingEdge: '#C3B8A3',
  path: '#A3967F',
  litPath: '#F6E2A6',
  fallback: '#505E78',
};

const night: Palette = {
  flavour: 'night',
  paper: '#0E1524',
  panel: '#151F33',
  ink: '#EEF2FA',
  muted: '#A9B6CE',
  built: '#16203A',
  water: '#0A1020',
  green: '#12202A',
  focus: '#8FB8FF',
  line: '#2A3752',
  error: '#FF9A8F',
  beyond: '#0B111E',
  waterInk: '#86A2C6',
  stream: '#1F3350',
  neighbourhood: '#2B3755',
  statistical: '#222E4B',
  railway: '#5E6C8B',
  road: '#2B385A',
  roadCasing: '#0E1524',
  building: '#1E2A4A',
  buildingEdge: '#34446F',
  path: '#5A6A8E',
  litPath: '#6E5F2C',
  fallback: '#A9B6CE',
};

export const PALETTES: Readonly<Record<Flavour, Palette>> = { light, night };

/** The palette as CSS custom properties: `waterInk` becomes `--water-ink`. */
export function cssVariables(palette: Palette): Record<string, string> {
  const { flavour: _, ...colours } = palette;
  return Object.fromEntries(
    Object.entries(colours).map(([token, colour]) => [
      `--${token.replace(/[A-Z]/g, (capital) => `-${capital.toLowerCase()}`)}`,
      colour,
    ]),
  );
}

/** WCAG 2 relative luminance of a `#RRGGBB` colour, 0 to 1. */
function relativeLuminance(hex: string): number {
  const channel = (start: number): number => {
    const value = Number.parseInt(hex.slice(start, start + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5);
}

/** WCAG 2 contrast ratio of two `#RRGGBB` colours, 1 to 21. */
export function contrastRatio(one: string, other: string): number {
  const [darker, lighter] = [relativeLuminance(one), relativeLuminance(other)].sort((a, b) => a - b) as [
    number,
    number,
  ];
  return (lighter + 0.05) / (darker + 0.05);
}
