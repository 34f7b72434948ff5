import type { ExpressionSpecification } from 'maplibre-gl';

export const STREETS_SOURCE = 'streets';
export const STREETS_GROUND_SOURCE = 'streets-ground';
/** The archive begins here; further out the overview is drawn. */
export const STREETS_FROM_ZOOM = 10;

/** What the street map has to know about the scene it lies in. */
export interface StreetKnowledge {
  readonly hasBounds: boolean;
  /** The context names the neighbourhoods already; twice would be once too often. */
  readonly namesNeighbourhoods: boolean;
}

export const isArea: ExpressionSpecification = ['==', ['geometry-type'], 'Polygon'];
export const isLine: ExpressionSpecification = ['==', ['geometry-type'], 'LineString'];
export const kindIn = (kinds: readonly string[]): ExpressionSpecification => [
  'in',
  ['get', 'kind'],
  ['literal', [...kinds]],
];
