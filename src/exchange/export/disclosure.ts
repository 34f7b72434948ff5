/**
 * Question: what may leave the application when camera positions are not all public?
 * Method: a feature whose `disclosure` is "secret" is left out; one that says "area" is replaced by the cell of a fixed
 * grid that its position falls in, so that neither the outline nor its middle gives the point away, and keeps only
 * properties that cannot. Only the user's explicit choice lets exact positions through.
 * Units: cell side about 250 m.
 */
import type { Feature, Geometry, Polygon } from 'geojson';
import { eachPosition } from '../geojson/geometry.ts';

export type ExportFeature = Feature<Geometry, Readonly<Record<string, unknown>>>;

export interface Disclosed {
  readonly features: readonly ExportFeature[];
  readonly secretCount: number;
  readonly generalisedCount: number;
}

const CELL_METRES = 250;
const METRES_PER_DEGREE = 111_320;
/**
 * What may be said of a camera whose point may not: what it is, who pays and answers, how far it has come. A list of
 * what may be said, since anything else (a name, a note, a record) can hold an address.
 */
const HARMLESS = new Set(['kind', 'id', 'measureIds', 'namndId', 'status', 'disclosure']);

/** Applies each feature's disclosure. */
export function disclosed(features: Iterable<ExportFeature>, includeSecret: boolean): Disclosed {
  const kept: ExportFeature[] = [];
  let secretCount = 0;
  let generalisedCount = 0;
  for (const feature of features) {
    const disclosure = feature.properties.disclosure;
    if (includeSecret || (disclosure !== 'secret' && disclosure !== 'area')) kept.push(feature);
    else if (disclosure === 'secret') secretCount++;
    else {
      generalisedCount++;
      kept.push(generalised(feature));
    }
  }
  return { features: kept, secretCount, generalisedCount };
}

function generalised({ geometry, properties }: ExportFeature): ExportFeature {
  const rest = Object.fromEntries(Object.entries(properties).filter(([key]) => HARMLESS.has(key)));
  return { type: 'Feature', geometry: cellAround(geometry), properties: rest };
}

function cellAround(geometry: Geometry): Polygon {
  let position: number[] = [];
  eachPosition(geometry, (one) => {
    if (position.length === 0) position = one;
  });
  const [lng = 0, lat = 0] = position;
  const height = CELL_METRES / METRES_PER_DEGREE;
  const south = Math.floor(lat / height) * height;
  // The row's own width, the same for every point of the row.
  const width = height / Math.cos(((south + height / 2) * Math.PI) / 180);
  const west = Math.floor(lng / width) * width;
  const ring = [
    [west, south],
    [west + width, south],
    [west + width, south + height],
    [west, south + height],
    [west, south],
  ];
  return { type: 'Polygon', coordinates: [ring] };
}
