import type { ExpressionSpecification } from 'maplibre-gl';

/**
 * One colour for all features, written as if it depended on them. MapLibre builds a shader program for every
 * combination of values that are fixed and values that come from the features; linking one holds the page up while the
 * graphics processor finishes what it has. With every colour from the features, lines, fills and names need one program
 * each.
 */
export const perFeature = (colour: string): ExpressionSpecification => [
  'case',
  ['has', 'id'],
  ['to-color', colour],
  ['to-color', colour],
];
