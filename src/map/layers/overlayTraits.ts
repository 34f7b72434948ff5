import type { Overlay, OverlayProperties } from '../scene.ts';

/** What the features of an overlay ask of the style: only the layers and the values they need are made. */
export interface OverlayTraits {
  readonly surfaces: boolean;
  readonly lines: boolean;
  readonly discs: boolean;
  readonly symbols: boolean;
  readonly labels: boolean;
  /** Whether discs differ in colour, opacity or radius. */
  readonly variedDiscs: boolean;
  /** So many points that a ring around each would hide more than it shows. */
  readonly isCrowd: boolean;
}

const CROWD = 20_000;
const known = new WeakMap<Overlay['data'], OverlayTraits>();

/** Looks through an overlay's features, once for the same data. */
export function traitsOf({ data }: Pick<Overlay, 'data'>): OverlayTraits {
  const traits = known.get(data) ?? lookThrough(data);
  known.set(data, traits);
  return traits;
}

function lookThrough({ features }: Overlay['data']): OverlayTraits {
  const found = {
    surfaces: false,
    lines: false,
    discs: false,
    symbols: false,
    labels: false,
    variedDiscs: false,
  };
  for (const { geometry, properties } of features) {
    const { symbol, label, colour, opacity, radiusPixels }: OverlayProperties = properties ?? {};
    const type = geometry?.type ?? 'GeometryCollection';
    const isPoint = type.endsWith('Point');
    if (!isPoint) found.lines = true;
    if (type.endsWith('Polygon') || type === 'GeometryCollection') found.surfaces = true;
    if (isPoint && symbol !== undefined) found.symbols = true;
    if (isPoint && symbol === undefined) found.discs = true;
    if (label !== undefined) found.labels = true;
    if (isPoint && (colour ?? opacity ?? radiusPixels) !== undefined) found.variedDiscs = true;
  }
  return { ...found, isCrowd: features.length >= CROWD };
}

/** The same for data that ask the same of the style. */
export const traitsKey = (overlay: Overlay): string => `${overlay.id} ${Object.values(traitsOf(overlay))}`;
