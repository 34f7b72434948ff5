/**
 * Question: what does an OpenStreetMap element mean to a planner of lights and cameras?
 * Method: tag tables after the OpenStreetMap wiki (Map features, Key:lit, Simple 3D Buildings, Tag:man_made=surveillance).
 * What is only planned, razed or under construction is nothing. Cost: a handful of look-ups per element.
 */

import { boundaryClasses, pointClasses } from './classifyObjects.ts';
import {
  type OsmClass,
  type OsmKind,
  PATH_KINDS,
  type PathKind,
  ROAD_KINDS,
  type RoadKind,
  type WayQualities,
} from './osmClass.ts';
import { isSet, litOf, numberOf, type OsmTags, positiveMetresOf } from './tagValues.ts';

const PATHS = new Set<string>(PATH_KINDS);
const ROADS = new Set<string>(ROAD_KINDS);
const isPath = (value: string): value is PathKind => PATHS.has(value);
const isRoad = (value: string): value is RoadKind => ROADS.has(value);

function accessOf(own: string | undefined, access: string | undefined): 'yes' | 'no' | 'unknown' {
  const value = own ?? access;
  if (value === undefined) return 'unknown';
  return value === 'no' || value === 'private' || value === 'use_sidepath' ? 'no' : 'yes';
}

function wayQualities(tags: OsmTags): WayQualities {
  const widthMetres = positiveMetresOf(tags.width) ?? positiveMetresOf(tags.est_width);
  return {
    lit: litOf(tags),
    ...(tags.name !== undefined && { name: tags.name }),
    ...(tags.surface !== undefined && { surface: tags.surface }),
    ...(widthMetres !== undefined && { widthMetres }),
    tunnel: isSet(tags.tunnel),
    bridge: isSet(tags.bridge),
    layer: numberOf(tags.layer) ?? 0,
    foot: accessOf(tags.foot, tags.access),
    bicycle: accessOf(tags.bicycle, tags.access),
  };
}

function wayClasses(tags: OsmTags): OsmClass[] {
  const highway = tags.highway;
  if (highway === undefined) return [];
  if (isPath(highway)) return [{ kind: 'path', path: highway, ...wayQualities(tags) }];
  const link = highway.endsWith('_link');
  const road = link ? highway.slice(0, -'_link'.length) : highway;
  return isRoad(road) ? [{ kind: 'road', road, link, ...wayQualities(tags) }] : [];
}

/** Buildings that are not there: as a value of `building` these say the opposite of a building. */
const NO_BUILDING = new Set(['no', 'razed', 'demolished', 'proposed', 'construction']);

function buildingClasses(tags: OsmTags): OsmClass[] {
  const whole = tags.building;
  const value = whole ?? tags['building:part'];
  if (value === undefined || NO_BUILDING.has(value)) return [];
  const heightMetres = positiveMetresOf(tags.height) ?? positiveMetresOf(tags['building:height']);
  const minHeightMetres = positiveMetresOf(tags.min_height) ?? positiveMetresOf(tags['building:min_height']);
  const levels = numberOf(tags['building:levels']);
  const minLevel = numberOf(tags['building:min_level']);
  return [
    {
      kind: 'building',
      extent: whole === undefined ? 'part' : 'whole',
      building: value,
      ...(heightMetres !== undefined && { heightMetres }),
      ...(minHeightMetres !== undefined && { minHeightMetres }),
      ...(levels !== undefined && levels > 0 && { levels }),
      ...(minLevel !== undefined && { minLevel }),
      underground: tags.location === 'underground' || (numberOf(tags.layer) ?? 0) < 0,
      ...(tags.name !== undefined && { name: tags.name }),
    },
  ];
}

function addressClasses(tags: OsmTags): OsmClass[] {
  const street = tags['addr:street'] ?? tags['addr:place'];
  const houseNumber = tags['addr:housenumber'];
  // An interpolation line carries the first and last number's pattern, not an address.
  if (street === undefined || houseNumber === undefined || tags['addr:interpolation'] !== undefined)
    return [];
  const postcode = tags['addr:postcode'];
  const city = tags['addr:city'];
  return [
    {
      kind: 'address',
      street,
      houseNumber,
      ...(postcode !== undefined && { postcode }),
      ...(city !== undefined && { city }),
    },
  ];
}

/** What an element's tags say it is: none, one or several things (a house is a building and an address). */
export function classify(tags: OsmTags): OsmClass[] {
  return [
    ...wayClasses(tags),
    ...buildingClasses(tags),
    ...pointClasses(tags),
    ...boundaryClasses(tags),
    ...addressClasses(tags),
  ];
}

type Shape = 'point' | 'line' | 'area';
/** The shapes in which a kind makes sense; where a closed way could be either, area first means area. */
const SHAPES: Record<OsmKind, readonly Shape[]> = {
  path: ['line', 'area'],
  road: ['line', 'area'],
  building: ['area'],
  'street-lamp': ['point'],
  surveillance: ['point'],
  entrance: ['point'],
  crossing: ['point'],
  'bus-stop': ['point', 'line', 'area'],
  bench: ['point', 'line'],
  tree: ['point'],
  'tree-row': ['line'],
  barrier: ['line', 'area'],
  rail: ['line'],
  waterway: ['line'],
  water: ['area'],
  green: ['area'],
  'land-use': ['area'],
  place: ['point', 'area'],
  address: ['point', 'area'],
};

/**
 * The shape in which an element stands for a class, or undefined where the two do not go together (a street lamp
 * drawn as a line, a building drawn as a point). `area=yes` and `area=no` decide for closed ways.
 */
export function shapeOf(
  kind: OsmKind,
  element: { type: 'node' | 'way' | 'relation'; closed: boolean; tags: OsmTags },
): Shape | undefined {
  const shapes = SHAPES[kind];
  if (element.type === 'node') return shapes.includes('point') ? 'point' : undefined;
  if (element.type === 'relation') return shapes.includes('area') ? 'area' : undefined;
  const lineOrNothing = shapes.includes('line') ? 'line' : undefined;
  if (!element.closed || element.tags.area === 'no') return lineOrNothing;
  if (element.tags.area === 'yes' && shapes.includes('area')) return 'area';
  return shapes.find((shape) => shape !== 'point');
}
