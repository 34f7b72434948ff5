import { gpx as toGeoJson } from '@tmcw/togeojson';
import { DOMParser } from '@xmldom/xmldom';
import { describe, expect, it } from 'vitest';
import { codesOf, read } from '../city.ts';

const GPX = `<?xml version="1.0"?><gpx version="1.1" creator="x" xmlns="http://www.topografix.com/GPX/1/1">
<wpt lat="59.6" lon="16.5"><ele>12.5</ele><name>Mörk plats</name><sym>Flag</sym><link href="https://example.org/"><text>t</text></link></wpt>
<rte><name>R</name><rtept lat="59.6" lon="16.5"/><rtept lat="59.61" lon="16.51"/></rte>
<trk><name>T</name><trkseg><trkpt lat="59.6" lon="16.5"><ele>1</ele></trkpt><trkpt lat="59.61" lon="16.51"><ele>2</ele></trkpt></trkseg>
<trkseg><trkpt lat="59.62" lon="16.52"><ele>3</ele></trkpt><trkpt lat="59.63" lon="16.53"><ele>4</ele></trkpt></trkseg></trk></gpx>`;

describe('readGpx', () => {
  it('reads way points, routes and tracks', async () => {
    const { features, format, problems } = await read('a.gpx', GPX);
    expect({ format, problems }).toEqual({ format: 'gpx', problems: [] });
    expect(features.map(({ geometry }) => geometry.type)).toEqual(['Point', 'LineString', 'MultiLineString']);
    expect(features[0]!.properties).toEqual({
      name: 'Mörk plats',
      sym: 'Flag',
      link: 'https://example.org/',
    });
  });
  it('finds the same geometries as togeojson, whatever the order', async () => {
    const { features } = await read('a.gpx', GPX);
    const expected = toGeoJson(new DOMParser().parseFromString(GPX, 'text/xml')).features;
    const sorted = (geometries: readonly unknown[]): string[] =>
      geometries.map((one) => JSON.stringify(one)).sort();
    expect(sorted(features.map(({ geometry }) => geometry))).toEqual(
      sorted(expected.map(({ geometry }) => geometry)),
    );
  });
  it('lists tracks without two points', async () => {
    const { problems } = await read(
      'a.gpx',
      '<gpx><trk/><wpt lat="norr" lon="1"/><wpt lat="59.6" lon="16.5"/></gpx>',
    );
    expect(codesOf(problems)).toEqual(['geometry-broken', 'geometry-broken']);
  });
});

describe('readTcx', () => {
  it('reads activities lap by lap and courses', async () => {
    const point = (lat: number, lng: number): string =>
      `<Trackpoint><Position><LatitudeDegrees>${lat}</LatitudeDegrees><LongitudeDegrees>${lng}</LongitudeDegrees></Position><AltitudeMeters>5</AltitudeMeters></Trackpoint>`;
    const track = `<Track>${point(59.6, 16.5)}<Trackpoint/>${point(59.61, 16.51)}</Track>`;
    const { features, format } = await read(
      'a.tcx',
      `<TrainingCenterDatabase><Activities><Activity Sport="Running"><Id>2023</Id><Lap>${track}</Lap><Lap>${track}</Lap></Activity></Activities>
<Courses><Course><Name>Slinga</Name>${track}</Course></Courses></TrainingCenterDatabase>`,
    );
    expect(format).toBe('tcx');
    expect(features.map(({ geometry, properties }) => [geometry.type, properties])).toEqual([
      ['MultiLineString', { name: '2023', sport: 'Running' }],
      ['LineString', { name: 'Slinga' }],
    ]);
    expect(features[1]!.geometry).toMatchObject({
      coordinates: [
        [16.5, 59.6, 5],
        [16.51, 59.61, 5],
      ],
    });
  });
});
