import type { Position } from 'geojson';
import type { ContextKind } from '../domain/feature.ts';
import type { Plane, PlanePoint } from '../geometry/plane.ts';
import type { Atlas } from './atlas.ts';
import { contextOf } from './shown.ts';
import type { LayerState } from './store.ts';

/** What the city is divided into, or what the package calls an area. */
export const AREA_KINDS = ['neighbourhood', 'statistical-area', 'package'] as const;
export type AreaKind = (typeof AREA_KINDS)[number];

/** An area of the city that things can be counted in. */
export interface CityArea {
  readonly id: string;
  readonly name: string;
  readonly kind: AreaKind;
  /** As a GeoJSON MultiPolygon, in longitude and latitude. */
  readonly outlines: readonly Position[][][];
  readonly population: number | undefined;
}

type Layers = Readonly<Record<string, LayerState>>;
const areasOfLayers = new WeakMap<Layers, readonly CityArea[]>();

const outlinesOf = (geometry: GeoJSON.Geometry): Position[][][] =>
  geometry.type === 'Polygon'
    ? [geometry.coordinates]
    : geometry.type === 'MultiPolygon'
      ? geometry.coordinates
      : [];

/** The areas that the loaded layers hold, in the order of their names. The same layers give the same list. */
export function cityAreas(atlas: Atlas, layers: Layers): readonly CityArea[] {
  const known = areasOfLayers.get(layers);
  if (known) return known;
  const divisions = contextOf(layers).flatMap(({ features }) =>
    features.flatMap(({ geometry, properties }): CityArea[] => {
      const { context, id, name, population } = properties;
      if (context !== 'neighbourhood' && context !== 'statistical-area') return [];
      return [{ id, name: name ?? id, kind: context, outlines: outlinesOf(geometry), population }];
    }),
  );
  const ofPackage = atlas.features.flatMap(({ geometry, properties }): CityArea[] =>
    properties.kind === 'area'
      ? [
          {
            id: properties.id,
            name: properties.name.sv,
            kind: 'package',
            outlines: outlinesOf(geometry),
            population: properties.population,
          },
        ]
      : [],
  );
  const areas = [...divisions, ...ofPackage].sort((a, b) => a.name.localeCompare(b.name, 'sv'));
  areasOfLayers.set(layers, areas);
  return areas;
}

/** The outlines of a kind of context in the plane: the municipality, the built-up areas. */
export function contextPolygons(layers: Layers, kind: ContextKind, plane: Plane): PlanePoint[][][] {
  return contextOf(layers).flatMap(({ features }) =>
    features
      .filter(({ properties }) => properties.context === kind)
      .flatMap(({ geometry }) => planePolygons(outlinesOf(geometry), plane)),
  );
}

/** Outlines brought into the plane. */
export const planePolygons = (outlines: readonly Position[][][], plane: Plane): PlanePoint[][][] =>
  outlines.map((polygon) =>
    polygon.map((ring) => ring.map(([lng = 0, lat = 0]) => plane.toPlane([lng, lat]))),
  );

const plainName = (text: string): string =>
  text
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '');

/** Where one name means several areas, the kind further on is meant: people say the neighbourhood's name. */
const NAME_ORDER: readonly AreaKind[] = ['statistical-area', 'package', 'neighbourhood'];

/** Finds areas by what a file calls them: their name or the code at the end of their id. */
export function areaFinder(areas: readonly CityArea[]): (written: string) => CityArea | undefined {
  const byName = new Map<string, CityArea>();
  const ordered = [...areas].sort((a, b) => NAME_ORDER.indexOf(a.kind) - NAME_ORDER.indexOf(b.kind));
  for (const area of ordered) {
    byName.set(plainName(area.id), area);
    byName.set(plainName(area.id.replace(/^[a-z]+-/, '')), area);
  }
  for (const area of ordered) byName.set(plainName(area.name), area);
  return (written) => byName.get(plainName(written));
}
