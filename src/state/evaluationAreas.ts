import type { Geometry, Polygon, Position } from 'geojson';
import { bufferRing } from '../analysis/evaluation/bufferRing.ts';
import type { City } from '../domain/city.ts';
import type { PackageFeature } from '../domain/feature.ts';
import { type CouncilPlace, placeEntries } from '../domain/hotspot.ts';
import type { Atlas } from './atlas.ts';
import type { CityArea } from './councilAreas.ts';
import { NO_PICTURE, usePatterns } from './councilData.ts';
import { flavourNow, HIGH_COLOUR, LOW_COLOUR } from './patternPicture.ts';
import { planeOfCity } from './plane.ts';

/** An area that can be chosen for a design: a place of the council's, or an area of the city. */
export interface AreaOption {
  readonly key: string;
  readonly label: string;
  readonly group: 'place' | CityArea['kind'] | 'path' | 'city-place' | 'kept';
  readonly outline: Polygon;
  /** Only the largest of several parts. */
  readonly isPart: boolean;
}

const extent = ([outer = []]: readonly Position[][]): number => {
  const [x, y] = [outer.map(([lng = 0]) => lng), outer.map(([, lat = 0]) => lat)];
  return (Math.max(...x) - Math.min(...x)) * (Math.max(...y) - Math.min(...y));
};

/** Everything that can be chosen, the council's own places first. */
export function areaOptions(places: readonly CouncilPlace[], areas: readonly CityArea[]): AreaOption[] {
  const own = places.flatMap((place): AreaOption[] => {
    const outline = placeEntries(place, 'outline').at(-1)?.outline;
    const label = placeEntries(place, 'name').at(-1)?.text ?? '–';
    return outline ? [{ key: place.id, label, group: 'place', outline, isPart: false }] : [];
  });
  const ofCity = areas.flatMap(({ id, name, kind, outlines }): AreaOption[] => {
    const [largest] = [...outlines].sort((a, b) => extent(b) - extent(a));
    if (!largest) return [];
    const coordinates = largest.map((ring) => ring.map(([lng = 0, lat = 0]) => [lng, lat]));
    return [
      {
        key: id,
        label: name,
        group: kind,
        outline: { type: 'Polygon', coordinates },
        isPart: outlines.length > 1,
      },
    ];
  });
  return [...own, ...ofCity];
}

export const BUFFER_CHOICES = [100, 200, 300, 400] as const;

/** Ground beside a path or around a spot that is followed up with it. */
export const BESIDE_PATH_METRES = 50;
export const AROUND_SPOT_METRES = 100;

const aroundFeatures = new WeakMap<PackageFeature, Polygon | null>();

/** The paths and places of the package with the ground around them; made once each, for a long path takes a moment. */
export function optionsAround(atlas: Atlas, nameOf: (feature: PackageFeature) => string): AreaOption[] {
  return atlas.features.flatMap((feature): AreaOption[] => {
    const { kind, id } = feature.properties;
    if (kind !== 'strak' && kind !== 'place') return [];
    const held = aroundFeatures.get(feature);
    const outline = held === undefined ? groundAround(feature.geometry, atlas.city) : held;
    aroundFeatures.set(feature, outline);
    if (!outline) return [];
    return [
      {
        key: id,
        label: nameOf(feature),
        group: kind === 'strak' ? 'path' : 'city-place',
        outline,
        isPart: false,
      },
    ];
  });
}

function groundAround(geometry: Geometry, city: City): Polygon | null {
  if (geometry.type === 'Polygon') return { type: 'Polygon', coordinates: geometry.coordinates };
  const line =
    geometry.type === 'LineString'
      ? geometry.coordinates
      : geometry.type === 'Point'
        ? [geometry.coordinates, geometry.coordinates]
        : [];
  if (line.length < 2) return null;
  const metres = geometry.type === 'Point' ? AROUND_SPOT_METRES : BESIDE_PATH_METRES;
  // There and back again is an outline without width: the ring around it is the ground beside the line.
  const thereAndBack: Polygon = { type: 'Polygon', coordinates: [[...line, ...line.slice(0, -1).reverse()]] };
  const [outer] = bufferAround(thereAndBack, metres, city)?.coordinates ?? [];
  return outer ? { type: 'Polygon', coordinates: [outer] } : null;
}

/** The ring around an area where displacement would show; undefined where the area has no extent. */
export function bufferAround(outline: Polygon, metres: number, city: City): Polygon | undefined {
  const { toPlane, toLngLat } = planeOfCity(city);
  const outer = (outline.coordinates[0] ?? []).map(([lng = 0, lat = 0]) => toPlane([lng, lat]));
  const ring = bufferRing(outer, metres);
  if (!ring) return undefined;
  const coordinates = ring.map((points) =>
    points.map((point) => toLngLat(point).map((degrees) => Number(degrees.toFixed(6)))),
  );
  return { type: 'Polygon', coordinates };
}

interface AreasOnMap {
  readonly measure: Polygon | null;
  readonly buffer: Polygon | null;
  readonly comparison: Polygon | null;
  readonly labels: Readonly<Record<'measure' | 'buffer' | 'comparison', string>>;
}

/** Lays a design's areas on the map: solid, dashed and dotted outlines with their names. */
export function showEvaluationAreas({ measure, buffer, comparison, labels }: AreasOnMap): void {
  const flavour = flavourNow();
  const feature = (geometry: Polygon | null, properties: Record<string, unknown>): GeoJSON.Feature[] =>
    geometry ? [{ type: 'Feature', geometry, properties }] : [];
  const [high, low] = [HIGH_COLOUR[flavour], LOW_COLOUR[flavour]];
  const features = [
    ...feature(comparison, {
      colour: low,
      opacity: 0.15,
      widthPixels: 2.5,
      line: 'dotted',
      label: labels.comparison,
    }),
    ...feature(buffer, { colour: high, opacity: 0.1, widthPixels: 1.5, line: 'dashed' }),
    ...feature(measure, {
      colour: high,
      opacity: 0.25,
      widthPixels: 2.5,
      line: 'solid',
      label: labels.measure,
    }),
  ];
  usePatterns.setState({
    overlays: [{ id: 'evaluation', data: { type: 'FeatureCollection', features } }],
    images: [],
  });
}

export function hideEvaluationAreas(): void {
  usePatterns.setState(NO_PICTURE);
}
