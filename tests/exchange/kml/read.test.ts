import { kml as toGeoJson } from '@tmcw/togeojson';
import { DOMParser } from '@xmldom/xmldom';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { codesOf, read } from '../city.ts';

const KML = `<?xml version="1.0" encoding="UTF-8"?>
<!-- <Placemark> in a comment is none -->
<kml xmlns="http://www.opengis.net/kml/2.2" xmlns:gx="http://www.google.com/kml/ext/2.2"><Document>
<name>Stråk</name>
<Placemark id="p1"><name>Lykta &amp; &lt;b&gt;stolpe&lt;/b&gt; &#229;</name><styleUrl>#m</styleUrl>
 <description><![CDATA[<script>alert(1)</script>]]></description>
 <ExtendedData><Data name="höjd"><value>6</value></Data>
 <SchemaData schemaUrl="#s"><SimpleData name="watt">40</SimpleData></SchemaData></ExtendedData>
 <Point><coordinates> 16.5448,59.6099,12 </coordinates></Point></Placemark>
<Placemark><name>Väg</name><Style><LineStyle><color>7f0000ff</color><width>3</width></LineStyle></Style>
 <LineString><coordinates>16.5,59.6 16.51,59.61
 16.52,59.62</coordinates></LineString></Placemark>
<Folder><name>F</name><Placemark><name>Yta</name><Polygon>
 <outerBoundaryIs><LinearRing><coordinates>16,59 17,59 17,60 16,60 16,59</coordinates></LinearRing></outerBoundaryIs>
 <innerBoundaryIs><LinearRing><coordinates>16.2,59.2 16.4,59.2 16.4,59.4 16.2,59.2</coordinates></LinearRing></innerBoundaryIs>
 </Polygon></Placemark></Folder>
<Placemark><MultiGeometry><Point><coordinates>16.1,59.5</coordinates></Point>
 <LineString><coordinates>16.1,59.5 16.2,59.6</coordinates></LineString></MultiGeometry></Placemark>
<Placemark><gx:Track><when>2023-01-01T00:00:00Z</when><when>2023-01-01T00:01:00Z</when>
 <gx:coord>16.5 59.6 1</gx:coord><gx:coord>16.6 59.7 2</gx:coord></gx:Track></Placemark>
<StyleMap id="m"><Pair><key>highlight</key><styleUrl>#h</styleUrl></Pair><Pair><key>normal</key><styleUrl>#n</styleUrl></Pair></StyleMap>
<Style id="n"><IconStyle><color>ff00ff00</color></IconStyle></Style>
</Document></kml>`;

describe('readKml', () => {
  it('reads points, lines, areas, mixtures and tracks', async () => {
    const { features, format, crs, problems } = await read('a.kml', KML);
    expect({ format, problems }).toEqual({ format: 'kml', problems: [] });
    expect(crs).toMatchObject({ code: 'EPSG:4326', by: 'format' });
    expect(features.map(({ geometry }) => geometry.type)).toEqual([
      'Point',
      'LineString',
      'Polygon',
      'GeometryCollection',
      'LineString',
    ]);
    expect(features[0]).toMatchObject({
      geometry: { coordinates: [16.5448, 59.6099, 12] },
      properties: {
        id: 'p1',
        name: 'Lykta & <b>stolpe</b> å',
        description: '<script>alert(1)</script>',
        höjd: '6',
        watt: '40',
        'marker-color': '#00ff00',
      },
      where: { file: 'a.kml', feature: 1, line: 5 },
    });
    expect(features[1]!.properties).toMatchObject({
      stroke: '#ff0000',
      'stroke-opacity': 0.5,
      'stroke-width': 3,
    });
  });

  it('finds the same geometries as togeojson', async () => {
    const { features } = await read('a.kml', KML);
    const document = new DOMParser().parseFromString(KML, 'text/xml');
    const expected = toGeoJson(document).features.map(({ geometry }) => geometry);
    expect(features.map(({ geometry }) => geometry)).toEqual(expected);
  });

  it('skips broken placemarks with their line and keeps the rest', async () => {
    const { features, problems } = await read(
      'a.kml',
      `<kml>\n<Placemark><Point><coordinates>16.5,59.6</coordinates></Point></Placemark>
<Placemark><Point><coordinates>sexton</coordinates></Point></Placemark>
<Placemark><name>tom</name></Placemark>
<NetworkLink><Link><href>http://example.org/evil.kml</href></Link></NetworkLink></kml>`,
    );
    expect(features).toHaveLength(1);
    expect(problems).toMatchObject([
      { severity: 'skipped', code: 'geometry-broken', where: { feature: 2, line: 3 } },
      { severity: 'skipped', code: 'geometry-missing', where: { feature: 3, line: 4 } },
      { severity: 'note', code: 'reference-not-followed', params: { element: 'NetworkLink' } },
    ]);
  });

  it('imports nothing of a truncated file and says where it ended', async () => {
    const { features, problems } = await read('a.kml', KML.slice(0, 1200));
    expect(features).toEqual([]);
    expect(problems).toMatchObject([{ severity: 'fatal', code: 'unexpected-end' }]);
    expect(problems[0]!.where.line).toBeGreaterThan(10);
  });

  it('reads KMZ, the first document of it, and names the others', async () => {
    const zip = zipSync({ 'files/b.kml': strToU8('<kml/>'), 'doc.kml': strToU8(KML), 'a.png': strToU8('x') });
    const { features, format, problems } = await read('a.kmz', zip);
    expect(format).toBe('kmz');
    expect(features).toHaveLength(5);
    expect(codesOf(problems)).toEqual(['reference-not-followed']);
  });
});
