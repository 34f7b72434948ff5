import type { ExpressionSpecification } from 'maplibre-gl';

/** A value that grows evenly between zoom levels: zoom, value, zoom, value … */
export function byZoom(...stops: readonly number[]): ExpressionSpecification {
  return ['interpolate', ['linear'], ['zoom'], ...stops] as unknown as ExpressionSpecification;
}
