import type { OsmClass } from './osmClass.ts';
import { bearingDegreesOf, isSet, litOf, numberOf, type OsmTags, positiveMetresOf } from './tagValues.ts';

const named = (tags: OsmTags): { name?: string } => (tags.name === undefined ? {} : { name: tags.name });
const height = (tags: OsmTags): { heightMetres?: number } => {
  const heightMetres = positiveMetresOf(tags.height);
  return heightMetres === undefined ? {} : { heightMetres };
};

function surveillanceClass(tags: OsmTags): OsmClass {
  const bearingDegrees = bearingDegreesOf(tags['camera:direction'] ?? tags.direction);
  const angle = numberOf(tags['camera:angle']);
  const cameraType = tags['camera:type'];
  const zone = tags['surveillance:zone'];
  return {
    kind: 'surveillance',
    device: tags['surveillance:type']?.toLowerCase() ?? 'unknown',
    ...(cameraType !== undefined && { cameraType }),
    ...(bearingDegrees !== undefined && { bearingDegrees }),
    ...(angle !== undefined && angle > 0 && angle <= 360 && { fieldOfViewDegrees: angle }),
    ...height(tags),
    ...(zone !== undefined && { zone }),
    ...(tags.operator !== undefined && { operator: tags.operator }),
  };
}

function crossingOf(tags: OsmTags): string {
  if (tags.crossing !== undefined) return tags.crossing;
  return tags['crossing:signals'] === 'yes' ? 'traffic_signals' : 'unknown';
}

/** True where people wait for a bus; a stop position (where the bus stands) is not that place. */
const isBusStop = (tags: OsmTags): boolean =>
  tags.highway === 'bus_stop' ||
  (tags.public_transport === 'platform' && (tags.bus === 'yes' || tags.trolleybus === 'yes'));

function treeClass(tags: OsmTags): OsmClass {
  const crownMetres = positiveMetresOf(tags.diameter_crown);
  return { kind: 'tree', ...height(tags), ...(crownMetres !== undefined && { crownMetres }) };
}

/** Things that stand at a point. */
export function pointClasses(tags: OsmTags): OsmClass[] {
  const found: OsmClass[] = [];
  const lampType = tags.lamp_type ?? tags['light:method'];
  if (tags.highway === 'street_lamp' || tags.man_made === 'street_lamp')
    found.push({ kind: 'street-lamp', ...height(tags), ...(lampType !== undefined && { lampType }) });
  if (tags.man_made === 'surveillance') found.push(surveillanceClass(tags));
  if (tags.entrance !== undefined && tags.entrance !== 'no')
    found.push({ kind: 'entrance', entrance: tags.entrance });
  if (tags.highway === 'crossing')
    found.push({ kind: 'crossing', crossing: crossingOf(tags), lit: litOf(tags) });
  if (isBusStop(tags)) found.push({ kind: 'bus-stop', ...named(tags), lit: litOf(tags) });
  if (tags.amenity === 'bench') found.push({ kind: 'bench' });
  if (tags.natural === 'tree') found.push(treeClass(tags));
  if (tags.place !== undefined && tags.name !== undefined && PLACES.has(tags.place)) {
    const population = numberOf(tags.population);
    const rest = population === undefined ? {} : { population };
    found.push({ kind: 'place', place: tags.place, name: tags.name, ...rest });
  }
  return found;
}

const PLACES = new Set([
  'city',
  'town',
  'village',
  'hamlet',
  'suburb',
  'quarter',
  'neighbourhood',
  'isolated_dwelling',
  'locality',
  'island',
  'islet',
  'square',
  'farm',
  'borough',
]);
const RAILS = new Set(['rail', 'light_rail', 'tram', 'subway', 'narrow_gauge', 'funicular', 'monorail']);
const WATERWAYS = new Set(['river', 'stream', 'canal', 'ditch', 'drain']);
const WATER_LAND_USE = new Set(['reservoir', 'basin']);
/** Barriers that can stop a walker or a look; single posts and kerbs do neither. */
const BARRIERS = new Set(['wall', 'fence', 'hedge', 'retaining_wall', 'city_wall', 'guard_rail', 'handrail']);
const GREEN_LEISURE = new Set([
  'park',
  'garden',
  'nature_reserve',
  'playground',
  'pitch',
  'golf_course',
  'dog_park',
]);
const GREEN_NATURAL = new Set(['wood', 'scrub', 'grassland', 'heath', 'wetland', 'shrubbery', 'tree_group']);
const GREEN_LAND_USE = new Set([
  'grass',
  'forest',
  'meadow',
  'recreation_ground',
  'village_green',
  'allotments',
  'cemetery',
  'farmland',
  'orchard',
  'flowerbed',
]);
const LAND_USE = new Set([
  'residential',
  'commercial',
  'retail',
  'industrial',
  'construction',
  'railway',
  'education',
  'institutional',
  'military',
  'religious',
  'garages',
  'farmyard',
  'quarry',
  'brownfield',
  'greenfield',
]);
const LAND_USE_AMENITY = new Set(['parking', 'school', 'kindergarten', 'hospital', 'university', 'college']);

const isWater = (tags: OsmTags): boolean =>
  tags.natural === 'water' ||
  tags.natural === 'bay' ||
  tags.waterway === 'riverbank' ||
  tags.waterway === 'dock' ||
  WATER_LAND_USE.has(tags.landuse ?? '');

function greenOf(tags: OsmTags): string | undefined {
  if (GREEN_LEISURE.has(tags.leisure ?? '')) return tags.leisure;
  if (GREEN_NATURAL.has(tags.natural ?? '')) return tags.natural;
  return GREEN_LAND_USE.has(tags.landuse ?? '') ? tags.landuse : undefined;
}

function landUseOf(tags: OsmTags): string | undefined {
  if (LAND_USE.has(tags.landuse ?? '')) return tags.landuse;
  return LAND_USE_AMENITY.has(tags.amenity ?? '') ? tags.amenity : undefined;
}

/** Things that run along a line or cover ground. */
export function boundaryClasses(tags: OsmTags): OsmClass[] {
  const found: OsmClass[] = [];
  if (tags.natural === 'tree_row') found.push({ kind: 'tree-row' });
  if (BARRIERS.has(tags.barrier ?? ''))
    found.push({ kind: 'barrier', barrier: tags.barrier ?? '', ...height(tags) });
  if (RAILS.has(tags.railway ?? '')) {
    const { railway = '', tunnel, bridge } = tags;
    found.push({ kind: 'rail', rail: railway, tunnel: isSet(tunnel), bridge: isSet(bridge) });
  }
  if (WATERWAYS.has(tags.waterway ?? ''))
    found.push({ kind: 'waterway', waterway: tags.waterway ?? '', ...named(tags) });
  if (isWater(tags)) found.push({ kind: 'water', ...named(tags) });
  const green = greenOf(tags);
  if (green !== undefined) found.push({ kind: 'green', green, ...named(tags) });
  const landUse = landUseOf(tags);
  if (landUse !== undefined) found.push({ kind: 'land-use', landUse, ...named(tags) });
  return found;
}
