import type { FeatureProperties } from '../../src/domain/feature.ts';
import type { Provenance } from '../../src/domain/provenance.ts';
import { trueBearingDegrees } from '../../src/geometry/bearing.ts';
import { type Line, lineLengthMetres, placesAlong } from '../../src/geometry/line.ts';
import { type LngLat, type Plane, planeOf } from '../../src/geometry/plane.ts';
import { say } from '../city/say.ts';
import { type Draft, dropRest, type Kitchen, type Made, type Recipe, theOne } from '../recipe.ts';
import type { SourceFeature } from '../sourceFile.ts';
import { NAMED_POINTS_FILE, pointSourceOf } from './namedPoints.ts';

type LightProperties = Extract<FeatureProperties, { kind: 'light' }>;

const STRAK_ID = 'tryggt-strak-linje';
/** The cited points in walking order. Between them the line is straight: no street is claimed. */
const STOPS = [
  'Västerås centralstation',
  'Vasaparken',
  'Stora torget',
  'Västerås domkyrka',
  'Stadsbiblioteket (huvudbibliotek)',
];
/** A common distance between lamps on a path lit from one side; an assumption, no lamp is known. */
const SPACING_METRES = 25;
/** Far enough to the side to stand off the path. */
const OFFSET_METRES = 2.5;
const HEIGHT_METRES = 5;
const FLUX_LUMENS = 2000;
const CAMERA_FIELD_DEGREES = 68;
const CAMERA_RANGE_METRES = 25;

interface Route {
  plane: Plane;
  line: Line;
  lngLats: readonly LngLat[];
  stops: readonly SourceFeature[];
  all: readonly SourceFeature[];
}

function routeOf({ city, read }: Kitchen): Route {
  const all = read(NAMED_POINTS_FILE);
  const plane = planeOf(city.metricCrs.proj4);
  const stops = STOPS.map((name) => theOne(all, 'name', name));
  const lngLats = stops.map(({ geometry }): LngLat => {
    const [lng = Number.NaN, lat = Number.NaN] = geometry.type === 'Point' ? geometry.coordinates : [];
    return [lng, lat];
  });
  return { plane, line: lngLats.map((lngLat) => plane.toPlane(lngLat)), lngLats, stops, all };
}

const made = ({ all }: Route, features: Draft[]): Made => ({
  features,
  dropped: dropRest(all, features, 'is not a stop of the example route'),
});

const provenance = (
  route: Route,
  method: Provenance['method'],
  uncertainty: Provenance['method'],
): Provenance => ({
  sourceIds: ['trygghetspaketet-2023', 'm-2019-12-19', ...new Set(route.stops.map(pointSourceOf))],
  accuracy: 'illustrative',
  method,
  uncertainty,
});

const common = { measureIds: ['trygga-strak'], namndId: 'tekniska-namnden', status: 'foreslagen' as const };
const SOURCES = ['trygghetspaketet-2023', 'm-2019-12-19', 'studentkarta', 'vasteras-punkter', 'wikipedia-sv'];

export const safeRoute: Recipe = {
  id: 'tryggt-strak',
  role: 'package',
  title: say('Tryggt stråk (exempel)', 'Safe route (example)', 'Turvallinen reitti (esimerkki)'),
  description: say(
    'Ett exempel på var stråket kan gå. Inget beslut om sträckning är publicerat.',
    'An example of where the route may run. No decision on its course is published.',
    'Esimerkki reitin kulusta. Päätöstä reitistä ei ole julkaistu.',
  ),
  sourceIds: SOURCES,
  make: (kitchen): Made => {
    const route = routeOf(kitchen);
    const feature: Draft = {
      type: 'Feature',
      properties: {
        kind: 'strak',
        id: STRAK_ID,
        name: say(
          'Tryggt stråk: Centralstationen–stadsbiblioteket (exempel)',
          'Safe route: central station to city library (example)',
          'Turvallinen reitti: päärautatieasema–kaupunginkirjasto (esimerkki)',
        ),
        ...common,
        provenance: provenance(
          route,
          say(
            'Raka linjer mellan Centralstationen, Vasaparken, Stora torget, domkyrkan och stadsbiblioteket, som källor ger punkter för.',
            'Straight lines between the central station, Vasaparken, Stora torget, the cathedral and the city library, for which sources give points.',
            'Suorat viivat päärautatieaseman, Vasaparkenin, Stora torgetin, tuomiokirkon ja kaupunginkirjaston välillä; pisteet ovat lähteistä.',
          ),
          say(
            'Det är ett exempel. Linjen följer inte gator och är inte ett beslut.',
            'This is an example. The line does not follow streets and is not a decision.',
            'Tämä on esimerkki. Viiva ei seuraa katuja eikä ole päätös.',
          ),
        ),
        lengthMetres: Math.round(lineLengthMetres(route.line)),
      },
      geometry: { type: 'LineString', coordinates: route.lngLats.map(([lng, lat]) => [lng, lat]) },
      from: route.stops,
    };
    return made(route, [feature]);
  },
};

const lightProvenance = (route: Route): Provenance =>
  provenance(
    route,
    say(
      'Utplacerade av oss med 25 meters mellanrum längs exempelstråket. Höjden 5 meter och ljusflödet 2 000 lumen är antaganden.',
      'Placed by us 25 metres apart along the example route. The height of 5 metres and the flux of 2,000 lumens are assumptions.',
      'Sijoitettu 25 metrin välein esimerkkireitin varrelle. Korkeus 5 metriä ja valovirta 2 000 lumenia ovat oletuksia.',
    ),
    say(
      'Inga lampors lägen är publicerade. Det här är inte riktiga lampor.',
      'No lamp positions are published. These are not real lamps.',
      'Valaisimien paikkoja ei ole julkaistu. Nämä eivät ole oikeita valaisimia.',
    ),
  );

export const lights: Recipe = {
  id: 'ljuspunkter',
  role: 'package',
  title: say('Ljuspunkter (exempel)', 'Lights (example)', 'Valopisteet (esimerkki)'),
  description: say(
    'Ett exempel med lampor på ena sidan av stråket. Inga riktiga lampor.',
    'An example with lamps on one side of the route. Not real lamps.',
    'Esimerkki valaisimista reitin toisella puolella. Ei oikeita valaisimia.',
  ),
  sourceIds: SOURCES,
  make: (kitchen): Made => {
    const route = routeOf(kitchen);
    const spots = placesAlong(route.line, { spacingMetres: SPACING_METRES, offsetMetres: -OFFSET_METRES });
    const features = spots.map(({ point }, index): Draft => {
      const number = index + 1;
      const properties: LightProperties = {
        kind: 'light',
        id: `ljuspunkt-${String(number).padStart(2, '0')}`,
        name: say(
          `Ljuspunkt ${number} (exempel)`,
          `Light ${number} (example)`,
          `Valopiste ${number} (esimerkki)`,
        ),
        ...common,
        provenance: lightProvenance(route),
        strakId: STRAK_ID,
        heightMetres: HEIGHT_METRES,
        fluxLumens: FLUX_LUMENS,
      };
      const [lng, lat] = route.plane.toLngLat(point);
      const geometry = { type: 'Point' as const, coordinates: [lng, lat] };
      return { type: 'Feature', properties, geometry, from: route.stops };
    });
    return made(route, features);
  },
};

const cameraProvenance = (route: Route): Provenance =>
  provenance(
    route,
    say(
      'En kamera vid varje känd punkt, riktad längs exempelstråket mot nästa punkt. Synfältet 68 grader och räckvidden 25 meter är antaganden.',
      'One camera at each known point, turned along the example route towards the next. The 68 degree view and 25 metre range are assumptions.',
      'Yksi kamera kussakin tunnetussa pisteessä, suunnattuna esimerkkireittiä pitkin seuraavaan pisteeseen. 68 asteen näkökenttä ja 25 metrin kantama ovat oletuksia.',
    ),
    say(
      'Inga kameror i stråket är publicerade. Det här är inte riktiga kameror.',
      'No cameras on the route are published. These are not real cameras.',
      'Reitin kameroita ei ole julkaistu. Nämä eivät ole oikeita kameroita.',
    ),
  );

export const cameras: Recipe = {
  id: 'kameror',
  role: 'package',
  title: say('Trygghetskameror (exempel)', 'Safety cameras (example)', 'Turvakamerat (esimerkki)'),
  description: say(
    'Ett exempel med riktning och synfält. Inga riktiga kameror.',
    'An example with direction and field of view. Not real cameras.',
    'Esimerkki suunnasta ja näkökentästä. Ei oikeita kameroita.',
  ),
  sourceIds: SOURCES,
  make: (kitchen): Made => {
    const route = routeOf(kitchen);
    const features = route.lngLats.map((lngLat, index): Draft => {
      const number = index + 1;
      // The last camera has no next point, so it looks back at the one before.
      const target = (route.lngLats[index + 1] ?? route.lngLats[index - 1]) as LngLat;
      return {
        type: 'Feature',
        properties: {
          kind: 'camera',
          id: `kamera-${number}`,
          name: say(
            `Trygghetskamera ${number} (exempel)`,
            `Safety camera ${number} (example)`,
            `Turvakamera ${number} (esimerkki)`,
          ),
          ...common,
          provenance: cameraProvenance(route),
          strakId: STRAK_ID,
          bearingDegrees: Math.round(trueBearingDegrees(route.plane, lngLat, target)) % 360,
          fieldOfViewDegrees: CAMERA_FIELD_DEGREES,
          rangeMetres: CAMERA_RANGE_METRES,
          disclosure: 'exact',
        },
        geometry: { type: 'Point', coordinates: [lngLat[0], lngLat[1]] },
        from: route.stops,
      };
    });
    return made(route, features);
  },
};
