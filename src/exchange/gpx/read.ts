import type { Geometry, Position } from 'geojson';
import type { PropertyValue } from '../importResult.ts';
import { LIMITS } from '../limits.ts';
import { FatalProblem } from '../problems.ts';
import type { RawFeature, Reader } from '../rawRead.ts';
import { childOf, childrenOf, readElements, textOf, type XmlElement } from '../xml/elements.ts';

type Shape = Geometry | 'broken';

/** Reads GPX: way points, routes and tracks (a track of several segments becomes one MultiLineString). */
export const readGpx: Reader = (bytes, context) =>
  readTracks(bytes, context, {
    format: 'gpx',
    root: /^gpx$/,
    elements: { wpt: waypoint, rte: (route) => lines([childrenOf(route, 'rtept')], gpxPosition), trk: track },
    properties: gpxProperties,
  });

/** Reads TCX: the tracks of activities (one per lap) and of courses, and course points. */
export const readTcx: Reader = (bytes, context) =>
  readTracks(bytes, context, {
    format: 'tcx',
    root: /^TrainingCenterDatabase$/,
    elements: {
      Activity: activityLines,
      Course: courseLines,
    },
    properties: tcxProperties,
  });

interface TrackFormat {
  readonly format: 'gpx' | 'tcx';
  readonly root: RegExp;
  readonly elements: Readonly<Record<string, (element: XmlElement) => Shape>>;
  readonly properties: (element: XmlElement) => Record<string, PropertyValue>;
}

async function readTracks(
  bytes: Uint8Array,
  { problems, pace }: Parameters<Reader>[1],
  { format, root, elements, properties }: TrackFormat,
): ReturnType<Reader> {
  const features: RawFeature[] = [];
  let number = 0;
  await readElements(
    bytes,
    {
      wanted: new Set(Object.keys(elements)),
      onRoot: (name) => {
        if (!root.test(name)) throw new FatalProblem('xml-unknown-root', { root: name });
      },
      onElement: (element) => {
        number++;
        if (number > LIMITS.features) throw new FatalProblem('too-many-features', { limit: LIMITS.features });
        const where = { feature: number, line: element.line };
        const geometry = elements[element.name]?.(element) ?? 'broken';
        if (geometry === 'broken') problems.skip('geometry-broken', where);
        else features.push({ geometry, properties: properties(element), where });
      },
    },
    pace,
  );
  return { format, layers: [{ crs: { kind: 'wgs84' }, features }] };
}

const trackPoints = (element: XmlElement): XmlElement[][] =>
  childrenOf(element, 'Track').map((one) => childrenOf(one, 'Trackpoint'));

const activityLines = (activity: XmlElement): Shape =>
  lines(childrenOf(activity, 'Lap').flatMap(trackPoints), tcxPosition);

const courseLines = (course: XmlElement): Shape => lines(trackPoints(course), tcxPosition);

function waypoint(element: XmlElement): Shape {
  const position = gpxPosition(element);
  return position ? { type: 'Point', coordinates: position } : 'broken';
}

const track = (element: XmlElement): Shape =>
  lines(
    childrenOf(element, 'trkseg').map((segment) => childrenOf(segment, 'trkpt')),
    gpxPosition,
  );

/** Segments of fewer than two usable points are no lines; a receiver without a fix writes points without a place. */
function lines(
  segments: readonly XmlElement[][],
  positionOf: (point: XmlElement) => Position | undefined,
): Shape {
  const usable = segments
    .map((points) => points.map(positionOf).filter((position) => position !== undefined))
    .filter(({ length }) => length >= 2);
  const [only] = usable;
  if (!only) return 'broken';
  return usable.length === 1
    ? { type: 'LineString', coordinates: only }
    : { type: 'MultiLineString', coordinates: usable };
}

const gpxPosition = (point: XmlElement): Position | undefined =>
  positionFrom(point.attributes.lon, point.attributes.lat, textOf(point, 'ele'));

function tcxPosition(point: XmlElement): Position | undefined {
  const position = childOf(point, 'Position');
  const lng = textOf(position, 'LongitudeDegrees');
  return positionFrom(lng, textOf(position, 'LatitudeDegrees'), textOf(point, 'AltitudeMeters'));
}

function positionFrom(lng = '', lat = '', height = ''): Position | undefined {
  const [x, y, z] = [lng, lat, height].map((text) => (text.trim() === '' ? Number.NaN : Number(text)));
  if (x === undefined || y === undefined || !Number.isFinite(x) || !Number.isFinite(y)) return undefined;
  return z !== undefined && Number.isFinite(z) ? [x, y, z] : [x, y];
}

const GPX_TEXTS = ['name', 'desc', 'cmt', 'type', 'sym', 'time', 'src', 'number'] as const;

function gpxProperties(element: XmlElement): Record<string, PropertyValue> {
  const properties: Record<string, PropertyValue> = {};
  for (const key of GPX_TEXTS) {
    const text = textOf(element, key);
    if (text !== undefined) properties[key] = text;
  }
  const link = childOf(element, 'link')?.attributes.href;
  return link === undefined ? properties : { ...properties, link };
}

function tcxProperties(element: XmlElement): Record<string, PropertyValue> {
  const name = textOf(element, 'Name') ?? textOf(element, 'Id');
  const sport = element.attributes.Sport;
  return { ...(name !== undefined && { name }), ...(sport !== undefined && { sport }) };
}
