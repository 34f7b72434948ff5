import type { Geometry, Position } from 'geojson';
import type { ExportFeature } from './disclosure.ts';
import { roundDegrees } from './geojson.ts';
import { displayText, xmlText } from './xml.ts';

/**
 * GPX 1.1: points as way points, lines as tracks. Areas have no place in the format; they are counted, not bent into
 * lines. Of the properties only those that GPX knows are kept.
 */
export function writeGpx(
  features: readonly ExportFeature[],
  title: string,
): { content: string; written: number } {
  const points: string[] = [];
  const tracks: string[] = [];
  let written = 0;
  for (const { geometry, properties } of features) {
    const segments = segmentsOf(geometry);
    const places = pointsOf(geometry);
    if (segments.length + places.length === 0) continue;
    written++;
    for (const place of places)
      points.push(element('wpt', place, texts(properties, ['name', 'cmt', 'desc', 'sym', 'type'])));
    if (segments.length === 0) continue;
    const body = segments.map(
      (segment) => `<trkseg>${segment.map((one) => element('trkpt', one, '')).join('')}</trkseg>`,
    );
    tracks.push(`<trk>${texts(properties, ['name', 'cmt', 'desc', 'type'])}${body.join('')}</trk>`);
  }
  const head = '<gpx version="1.1" creator="Trygghetskartan" xmlns="http://www.topografix.com/GPX/1/1">';
  const metadata = `<metadata><name>${xmlText(title)}</name></metadata>`;
  const lines = ['<?xml version="1.0" encoding="UTF-8"?>', head, metadata, ...points, ...tracks, '</gpx>\n'];
  return { content: lines.join('\n'), written };
}

/** The order is the schema's. A `description` is what GPX calls `desc`. */
function texts(properties: ExportFeature['properties'], keys: readonly string[]): string {
  return keys
    .map((key) => [
      key,
      displayText(properties[key] ?? (key === 'desc' ? properties.description : undefined)),
    ])
    .filter(([, text]) => text !== '')
    .map(([key, text]) => `<${key}>${xmlText(text ?? '')}</${key}>`)
    .join('');
}

function element(name: 'wpt' | 'trkpt', [lng = 0, lat = 0, height]: Position, inside: string): string {
  const ele = height === undefined ? '' : `<ele>${height}</ele>`;
  return `<${name} lat="${degrees(lat)}" lon="${degrees(lng)}">${ele}${inside}</${name}>`;
}

/** Without an exponent: the schema's decimal type has none. */
const degrees = (value: number): string => {
  const text = String(roundDegrees(value));
  return text.includes('e') ? roundDegrees(value).toFixed(8) : text;
};

function pointsOf(geometry: Geometry): Position[] {
  if (geometry.type === 'Point') return [geometry.coordinates];
  if (geometry.type === 'MultiPoint') return geometry.coordinates;
  return geometry.type === 'GeometryCollection' ? geometry.geometries.flatMap(pointsOf) : [];
}

function segmentsOf(geometry: Geometry): Position[][] {
  if (geometry.type === 'LineString') return [geometry.coordinates];
  if (geometry.type === 'MultiLineString') return geometry.coordinates;
  return geometry.type === 'GeometryCollection' ? geometry.geometries.flatMap(segmentsOf) : [];
}
