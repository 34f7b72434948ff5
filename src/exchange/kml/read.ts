import type { PropertyValue } from '../importResult.ts';
import { LIMITS } from '../limits.ts';
import { FatalProblem } from '../problems.ts';
import type { RawFeature, Reader } from '../rawRead.ts';
import { childOf, childrenOf, readElements, textOf, type XmlElement } from '../xml/elements.ts';
import { unpack, zipNames } from '../zip/unpack.ts';
import { kmlGeometry } from './geometry.ts';
import { KmlStyles } from './styles.ts';

const WANTED = new Set([
  'Placemark',
  'Style',
  'StyleMap',
  'CascadingStyle',
  'Schema',
  'NetworkLink',
  'GroundOverlay',
]);

/**
 * Reads KML placemark by placemark. Descriptions stay text and are never HTML; links to other files are listed and
 * not followed. Styles arrive as simplestyle properties (stroke, fill …).
 */
export const readKml: Reader = async (bytes, { problems, pace }) => {
  const styles = new KmlStyles();
  const types = new Map<string, string>();
  const pending: { feature: RawFeature; placemark: XmlElement | undefined; styleUrl: string | undefined }[] =
    [];
  let number = 0;
  await readElements(
    bytes,
    {
      wanted: WANTED,
      onRoot: (root) => {
        // Fragments without <kml> around them are common and readable.
        if (!/^(kml|Document|Folder|Placemark)$/.test(root))
          throw new FatalProblem('xml-unknown-root', { root });
      },
      onElement: (element) => {
        if (element.name === 'NetworkLink' || element.name === 'GroundOverlay') {
          problems.note('reference-not-followed', { line: element.line }, { element: element.name });
          return;
        }
        if (element.name === 'Schema') {
          readSchema(element, types);
          return;
        }
        if (element.name !== 'Placemark') {
          styles.add(element);
          return;
        }
        number++;
        if (number > LIMITS.features) throw new FatalProblem('too-many-features', { limit: LIMITS.features });
        const where = { feature: number, line: element.line };
        const geometry = kmlGeometry(element);
        if (geometry === undefined) problems.skip('geometry-missing', where);
        else if (geometry === 'broken') problems.skip('geometry-broken', where);
        else {
          const feature = { geometry, properties: propertiesOf(element), where };
          pending.push({
            feature,
            placemark: childOf(element, 'Style'),
            styleUrl: textOf(element, 'styleUrl'),
          });
        }
      },
    },
    pace,
  );
  // Shared styles may stand after the placemarks that use them.
  const features = pending.map(({ feature, placemark, styleUrl }) => ({
    ...feature,
    properties: { ...styles.simpleStyle(styleUrl, placemark), ...typed(feature.properties, types) },
  }));
  return { format: 'kml', layers: [{ crs: { kind: 'wgs84' }, features }] };
};

function readSchema(schema: XmlElement, types: Map<string, string>): void {
  for (const { attributes } of childrenOf(schema, 'SimpleField'))
    if (attributes.name !== undefined && attributes.type !== undefined)
      types.set(attributes.name, attributes.type);
}

/** Values whose field a schema declares to be a number or a truth value; what does not fit stays text. */
function typed(
  properties: Record<string, PropertyValue>,
  types: ReadonlyMap<string, string>,
): Record<string, PropertyValue> {
  if (types.size === 0) return properties;
  return Object.fromEntries(
    Object.entries(properties).map(([key, value]) => [key, castTo(types.get(key), value)]),
  );
}

function castTo(type: string | undefined, value: PropertyValue): PropertyValue {
  if (typeof value !== 'string' || type === undefined) return value;
  if (type === 'bool') return /^(true|1)$/i.test(value) ? true : /^(false|0)$/i.test(value) ? false : value;
  const isNumber =
    /^(u?int|u?short|float|double)$/.test(type) && value.trim() !== '' && Number.isFinite(Number(value));
  return isNumber ? Number(value) : value;
}

const TEXTS = ['name', 'description', 'address', 'phoneNumber'] as const;

function propertiesOf(placemark: XmlElement): Record<string, PropertyValue> {
  const properties: Record<string, PropertyValue> = {};
  const id = placemark.attributes.id;
  if (id !== undefined) properties.id = id;
  for (const key of TEXTS) {
    const text = textOf(placemark, key);
    if (text !== undefined) properties[key] = text;
  }
  const when = textOf(childOf(placemark, 'TimeStamp'), 'when');
  if (when !== undefined) properties.timestamp = when;
  const extended = childOf(placemark, 'ExtendedData');
  const schemaData = childrenOf(extended, 'SchemaData').flatMap((data) => childrenOf(data, 'SimpleData'));
  for (const data of [...childrenOf(extended, 'Data'), ...schemaData]) {
    const key = data.attributes.name;
    const value = data.name === 'Data' ? childOf(data, 'value')?.text : data.text;
    if (key !== undefined && key !== '__proto__' && value !== undefined) properties[key] = value;
  }
  return properties;
}

/** Reads a KMZ: the first KML in the archive is its document. */
export const readKmz: Reader = async (bytes, context) => {
  const documents = zipNames(bytes).filter((name) => /\.kml$/i.test(name));
  const main = documents.find((name) => /^doc\.kml$/i.test(name)) ?? documents[0];
  const [document] = main === undefined ? [] : unpack(bytes, (name) => name === main);
  if (!document) throw new FatalProblem('archive-without-content', { wanted: '.kml' });
  for (const name of documents)
    if (name !== main) context.problems.note('reference-not-followed', {}, { element: name });
  return { ...(await readKml(document.bytes, context)), format: 'kmz' };
};
