import type { Geometry, Position } from 'geojson';
import type { ExportFeature } from './disclosure.ts';
import { roundDegrees } from './geojson.ts';
import { displayText, plainText, xmlText } from './xml.ts';

/**
 * KML 2.2 with styles. Colours and widths are taken from simplestyle properties (stroke, fill, marker-color …), each
 * different style is written once. A schema says which fields are numbers, so that they are read back as numbers.
 */
export function writeKml(features: readonly ExportFeature[], title: string): string {
  const styles = new Map<string, string>();
  const schema = schemaOf(features);
  const placemarks = features.map((feature) => placemark(feature, { styles, schema }));
  const shared = [...styles].map(([body, id]) => `<Style id="${id}">${body}</Style>`);
  const fields = [...schema].map(([name, type]) => `<SimpleField type="${type}" name="${xmlText(name)}"/>`);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<kml xmlns="http://www.opengis.net/kml/2.2"><Document>',
    `<name>${xmlText(title)}</name>`,
    ...(fields.length > 0 ? [`<Schema name="fields" id="fields">${fields.join('')}</Schema>`] : []),
    ...shared,
    ...placemarks,
    '</Document></kml>\n',
  ].join('\n');
}

type FieldType = 'double' | 'bool' | 'string';
/** These have elements of their own. */
const OWN = new Set(['name', 'description']);

/** A field is a number or a truth value only where all its values are. */
function schemaOf(features: readonly ExportFeature[]): Map<string, FieldType> {
  const schema = new Map<string, FieldType>();
  for (const { properties } of features) {
    for (const [name, value] of Object.entries(properties)) {
      if (isOwn(name, value) || value === null || value === undefined) continue;
      const type = typeof value === 'number' ? 'double' : typeof value === 'boolean' ? 'bool' : 'string';
      const known = schema.get(name);
      schema.set(name, known === undefined || known === type ? type : 'string');
    }
  }
  return schema;
}

const isOwn = (name: string, value: unknown): boolean => OWN.has(name) && typeof value === 'string';

function placemark(
  { geometry, properties }: ExportFeature,
  { styles, schema }: { styles: Map<string, string>; schema: ReadonlyMap<string, FieldType> },
): string {
  const own = [...OWN]
    .map((key) => [key, displayText(properties[key])])
    .filter(([, text]) => text !== '')
    .map(([key, text]) => `<${key}>${xmlText(text ?? '')}</${key}>`);
  const data = Object.entries(properties)
    .filter(([key, value]) => schema.has(key) && !isOwn(key, value) && value !== null && value !== undefined)
    .map(([key, value]) => `<SimpleData name="${xmlText(key)}">${xmlText(plainText(value))}</SimpleData>`);
  const extended =
    data.length > 0
      ? `<ExtendedData><SchemaData schemaUrl="#fields">${data.join('')}</SchemaData></ExtendedData>`
      : '';
  return `<Placemark>${own.join('')}${styleUrl(properties, styles)}${extended}${shape(geometry)}</Placemark>`;
}

function styleUrl(properties: ExportFeature['properties'], styles: Map<string, string>): string {
  const line = kmlColour(properties.stroke, properties['stroke-opacity']);
  const area = kmlColour(properties.fill, properties['fill-opacity']);
  const marker = kmlColour(properties['marker-color'], 1);
  const width = properties['stroke-width'];
  const lineWidth = typeof width === 'number' && width >= 0 ? `<width>${width}</width>` : '';
  const body =
    (marker ? `<IconStyle>${marker}</IconStyle>` : '') +
    (line || lineWidth ? `<LineStyle>${line}${lineWidth}</LineStyle>` : '') +
    (area ? `<PolyStyle>${area}</PolyStyle>` : '');
  if (body === '') return '';
  const id = styles.get(body) ?? `s${styles.size + 1}`;
  styles.set(body, id);
  return `<styleUrl>#${id}</styleUrl>`;
}

/** "#rrggbb" and an opacity as KML's aabbggrr; nothing where it is no colour. */
function kmlColour(colour: unknown, opacity: unknown): string {
  const match = typeof colour === 'string' ? /^#([\da-f]{2})([\da-f]{2})([\da-f]{2})$/i.exec(colour) : null;
  if (!match) return '';
  const [, red = '', green = '', blue = ''] = match;
  const share = typeof opacity === 'number' && opacity >= 0 && opacity <= 1 ? opacity : 1;
  const alpha = Math.round(share * 255)
    .toString(16)
    .padStart(2, '0');
  return `<color>${alpha}${blue}${green}${red}</color>`.toLowerCase();
}

const tuples = (positions: readonly Position[]): string =>
  `<coordinates>${positions.map(([x = 0, y = 0, ...z]) => [roundDegrees(x), roundDegrees(y), ...z].join(',')).join(' ')}</coordinates>`;
const ring = (positions: readonly Position[]): string => `<LinearRing>${tuples(positions)}</LinearRing>`;
const line = (positions: readonly Position[]): string => `<LineString>${tuples(positions)}</LineString>`;
const point = (position: Position): string => `<Point>${tuples([position])}</Point>`;

function polygon([outer = [], ...holes]: readonly Position[][]): string {
  const inner = holes.map((hole) => `<innerBoundaryIs>${ring(hole)}</innerBoundaryIs>`).join('');
  return `<Polygon><outerBoundaryIs>${ring(outer)}</outerBoundaryIs>${inner}</Polygon>`;
}

function shape(geometry: Geometry): string {
  switch (geometry.type) {
    case 'Point':
      return point(geometry.coordinates);
    case 'LineString':
      return line(geometry.coordinates);
    case 'Polygon':
      return polygon(geometry.coordinates);
    case 'MultiPoint':
      return multi(geometry.coordinates.map(point));
    case 'MultiLineString':
      return multi(geometry.coordinates.map(line));
    case 'MultiPolygon':
      return multi(geometry.coordinates.map(polygon));
    case 'GeometryCollection':
      return multi(geometry.geometries.map(shape));
  }
}

const multi = (shapes: readonly string[]): string => `<MultiGeometry>${shapes.join('')}</MultiGeometry>`;
