import type { StyleSpecification } from 'maplibre-gl';

/** Enough to merge it; MapLibre itself checks the rest and reports what is wrong. */
export function isStyle(value: unknown): value is StyleSpecification {
  if (typeof value !== 'object' || value === null) return false;
  const { version, sources, layers } = value as Record<string, unknown>;
  return (
    version === 8 &&
    typeof sources === 'object' &&
    sources !== null &&
    Array.isArray(layers) &&
    layers.every((layer) => typeof layer?.id === 'string' && typeof layer?.type === 'string')
  );
}
