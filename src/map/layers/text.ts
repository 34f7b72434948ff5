import type { DataDrivenPropertyValueSpecification, FormattedSpecification } from 'maplibre-gl';
import type { Palette } from '../palette.ts';

export type FontFaces = Record<string, { url: string; 'unicode-range': string[] }[]>;

export const REGULAR = 'Noto Sans Regular';
export const SEMI_BOLD = 'Noto Sans SemiBold';
export const ITALIC = 'Noto Sans Italic';

/** A halo of the land's colour, so that a name stays readable on every tint. */
export function halo(palette: Palette, widthPixels = 1.5) {
  return { 'text-halo-color': palette.paper, 'text-halo-width': widthPixels, 'text-halo-blur': 0.5 };
}

/** The feature's name, and below it, in italics, what is uncertain about it. */
export const nameWithNote: DataDrivenPropertyValueSpecification<FormattedSpecification> = [
  'case',
  ['has', 'note'],
  [
    'format',
    ['get', 'label'],
    {},
    '\n',
    {},
    ['get', 'note'],
    { 'text-font': ['literal', [ITALIC]], 'font-scale': 0.86 },
  ],
  ['format', ['get', 'label'], {}],
];
