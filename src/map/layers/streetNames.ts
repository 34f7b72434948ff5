import type { ExpressionSpecification, SymbolLayerSpecification } from 'maplibre-gl';
import type { Palette } from '../palette.ts';
import { isLine, kindIn, STREETS_SOURCE, type StreetKnowledge } from './streetSource.ts';
import { halo, ITALIC, REGULAR, SEMI_BOLD } from './text.ts';
import { byZoom } from './zoom.ts';

const source = STREETS_SOURCE;
const named = { 'text-field': ['get', 'name'] } as const satisfies SymbolLayerSpecification['layout'];
const alongLine = { ...named, 'symbol-placement': 'line', 'text-padding': 4 } as const;
const hasName: ExpressionSpecification = ['has', 'name'];
const isLineNamed: ExpressionSpecification = ['all', hasName, isLine];

/** Quarters that a city's own neighbourhoods name too. */
const QUARTERS = ['suburb', 'borough', 'quarter', 'neighbourhood'];
const SETTLEMENTS = ['city', 'town', 'village', 'hamlet', 'island', 'isolated_dwelling', 'farm'];
const WIDE_ROADS = ['motorway', 'trunk', 'primary', 'secondary', 'tertiary'];

/** The names of a street map: quieter than the package's own, to which they give way. */
export function streetNames(
  palette: Palette,
  { namesNeighbourhoods }: Pick<StreetKnowledge, 'namesNeighbourhoods'>,
): SymbolLayerSpecification[] {
  const settlements = namesNeighbourhoods ? SETTLEMENTS : [...SETTLEMENTS, ...QUARTERS];
  return [...wayNames(palette), ...placeNames(palette, settlements)];
}

function wayNames(palette: Palette): SymbolLayerSpecification[] {
  const quiet = { 'text-color': palette.muted, ...halo(palette) };
  return [
    {
      id: 'streets-water-label',
      type: 'symbol',
      source,
      'source-layer': 'water',
      minzoom: 12,
      filter: isLineNamed,
      layout: {
        ...alongLine,
        'symbol-spacing': 500,
        'text-font': [ITALIC],
        'text-size': byZoom(12, 11.5, 16, 12.5, 19, 15),
      },
      paint: { 'text-color': palette.waterInk, ...halo(palette) },
    },
    {
      id: 'streets-path-label',
      type: 'symbol',
      source,
      'source-layer': 'paths',
      minzoom: 15.5,
      filter: hasName,
      layout: {
        ...alongLine,
        'symbol-spacing': 400,
        'text-font': [ITALIC],
        'text-size': byZoom(15, 10.5, 18, 13),
      },
      paint: quiet,
    },
    {
      id: 'streets-label',
      type: 'symbol',
      source,
      'source-layer': 'roads',
      minzoom: 12.5,
      filter: ['all', hasName, ['any', ['>=', ['zoom'], 14], kindIn(WIDE_ROADS)]],
      layout: {
        ...alongLine,
        'symbol-spacing': 350,
        'symbol-sort-key': ['case', kindIn(WIDE_ROADS), 0, 1],
        'text-font': [REGULAR],
        'text-size': byZoom(13, 10.5, 17, 13, 19, 15),
      },
      paint: quiet,
    },
  ];
}

function placeNames(palette: Palette, settlements: readonly string[]): SymbolLayerSpecification[] {
  const places = { type: 'symbol', source, 'source-layer': 'places' } as const;
  const shape = { ...named, 'text-max-width': 8, 'text-padding': 8 } as const;
  return [
    {
      id: 'streets-park-label',
      ...places,
      minzoom: 14,
      filter: ['all', hasName, ['!', kindIn([...SETTLEMENTS, ...QUARTERS])]],
      layout: { ...shape, 'text-font': [ITALIC], 'text-size': byZoom(14, 11, 18, 14) },
      paint: { 'text-color': palette.muted, ...halo(palette) },
    },
    {
      id: 'streets-place-label',
      ...places,
      minzoom: 10,
      filter: ['all', hasName, kindIn(settlements)],
      layout: {
        ...shape,
        'text-font': [SEMI_BOLD],
        'text-size': [
          'interpolate',
          ['linear'],
          ['zoom'],
          10,
          ['match', ['get', 'kind'], ['city', 'town'], 15, 11],
          15,
          ['match', ['get', 'kind'], ['city', 'town'], 18, 13],
        ],
        'symbol-sort-key': ['match', ['get', 'kind'], 'city', 0, 'town', 1, 'village', 2, 3],
      },
      paint: { 'text-color': palette.muted, ...halo(palette) },
    },
  ];
}
