import type { FeatureProperties } from '../../src/domain/feature.ts';
import { say } from '../city/say.ts';
import { type Draft, dropRest, type Kitchen, type Made, numberOf, type Recipe, theOne } from '../recipe.ts';

const AREAS = 'package-areas/package_areas_candidates.geojson';
const REGSO = 'scb-deso-regso/regso2025_vasteras.geojson';
const DESO = 'scb-deso-regso/deso2025_vasteras.geojson';

type AreaProperties = Extract<FeatureProperties, { kind: 'area' }>;
type Wanted = Omit<AreaProperties, 'kind' | 'areaKm2' | 'population'>;

/** The inhabitants of the statistical areas that an outline was united from; nothing for a hand-drawn one. */
function populationOf(builtFrom: unknown, { consult }: Kitchen): { population?: number } {
  if (!Array.isArray(builtFrom) || builtFrom.length === 0) return {};
  const [file, key] = String(builtFrom[0]).startsWith('1980R') ? [REGSO, 'regso'] : [DESO, 'deso'];
  const areas = consult(file);
  const each = builtFrom.map((code) => numberOf(theOne(areas, key, String(code)), 'population_2025'));
  return { population: each.reduce((sum, count) => sum + count, 0) };
}

const NOT_NAMED = 'no measure names it; the measures name Vasaparken and norra city';

/** Takes the wanted outlines out of the shared file; the rest belong to the other recipes or to no measure. */
function outlines(kitchen: Kitchen, wanted: Record<string, Wanted>): Made {
  const all = kitchen.read(AREAS);
  const features = Object.entries(wanted).map(([areaId, properties]): Draft => {
    const area = theOne(all, 'area_id', areaId);
    return {
      type: 'Feature',
      properties: {
        kind: 'area',
        ...properties,
        areaKm2: numberOf(area, 'area_km2'),
        ...populationOf(area.properties.built_from, kitchen),
      },
      geometry: area.geometry,
      from: [area],
    };
  });
  return { features, dropped: dropRest(all, features, NOT_NAMED) };
}

const WEST_MEASURES = ['familjekoordinatorer', 'feriepraktik', 'nodnatverk', 'iop-nya', 'foreningar'];
const westMethod = say(
  'Statistikområden (RegSO) har lagts ihop efter namnen i tolkningen.',
  'Statistical areas (RegSO) were united after the names in the reading.',
  'Tilastoalueet (RegSO) on yhdistetty tulkinnan nimien mukaan.',
);
const westUncertainty = say(
  'Kommunen har inte publicerat någon gräns. Det här är en tolkning.',
  'The city has not published a boundary. This is one reading.',
  'Kunta ei ole julkaissut rajaa. Tämä on yksi tulkinta.',
);

const west = (option: string, name: AreaProperties['name'], basis: readonly string[]): Wanted => ({
  id: `vastra-stadsdelarna-${option}`,
  name,
  measureIds: WEST_MEASURES,
  namndId: 'niff',
  status: 'beslutad',
  provenance: {
    sourceIds: ['scb-deso-regso', 'trygghetspaketet-2023', ...basis],
    accuracy: 'derived',
    method: westMethod,
    uncertainty: westUncertainty,
  },
  reading: { groupId: 'vastra', optionId: option },
});

export const westernDistricts: Recipe = {
  id: 'vastra-stadsdelarna',
  role: 'package',
  title: say('Västra stadsdelarna', 'The western districts', 'Läntiset kaupunginosat'),
  description: say(
    'Tre tolkningar av samma namn. Kommunen har inte publicerat någon gräns.',
    'Three readings of one name. The city has not published a boundary.',
    'Kolme tulkintaa samasta nimestä. Kunta ei ole julkaissut rajaa.',
  ),
  sourceIds: ['scb-deso-regso'],
  make: (kitchen) =>
    outlines(kitchen, {
      vastra_polis: west(
        'polis',
        say(
          'Västra stadsdelarna: Råby och Bäckby',
          'Western districts: Råby and Bäckby',
          'Läntiset kaupunginosat: Råby ja Bäckby',
        ),
        ['polisen-medborgarlofte'],
      ),
      vastra_mimer: west(
        'mimer',
        say(
          'Västra stadsdelarna: Mimers Distrikt Väst',
          'Western districts: Mimer’s District West',
          'Läntiset kaupunginosat: Mimerin läntinen piiri',
        ),
        ['mimer-distrikt'],
      ),
      vastra_bred: west(
        'bred',
        say('Västra stadsdelarna, brett', 'Western districts, broadly', 'Läntiset kaupunginosat laajasti'),
        ['mimer-distrikt', 'vasteras-pettersberg', 'vgr-kulturcentrum'],
      ),
    }),
};

export const skultuna: Recipe = {
  id: 'skultuna',
  role: 'package',
  title: say('Skultuna', 'Skultuna', 'Skultuna'),
  description: say(
    'Skultuna tätort med omnejd. Hela kommundelen är större.',
    'The village of Skultuna and its surroundings. The whole district is larger.',
    'Skultunan taajama ympäristöineen. Koko kunnanosa on suurempi.',
  ),
  sourceIds: ['scb-deso-regso'],
  make: (kitchen) =>
    outlines(kitchen, {
      skultuna: {
        id: 'skultuna-kommundel',
        name: say('Skultuna', 'Skultuna', 'Skultuna'),
        measureIds: ['resursforstarkning-skultuna', 'familjekoordinatorer', 'feriepraktik'],
        namndId: 'skultuna-kommundelsnamnd',
        status: 'beslutad',
        provenance: {
          sourceIds: [
            'scb-deso-regso',
            'trygghetspaketet-2023',
            'c-2023-02-01',
            'c-2023-03-24',
            'vasteras-skultuna',
          ],
          accuracy: 'derived',
          method: say(
            'SCB:s statistikområde (RegSO) Skultuna.',
            'Statistics Sweden’s area (RegSO) Skultuna.',
            'SCB:n tilastoalue (RegSO) Skultuna.',
          ),
          uncertainty: say(
            'Kommundelen omfattar också Romfartuna, Haraker, Munga och Svanå, en fjärdedel av kommunens yta. De finns inte i området på kartan.',
            'The district also includes Romfartuna, Haraker, Munga and Svanå, a quarter of the municipality’s area. They are not in the area on the map.',
            'Kunnanosaan kuuluvat myös Romfartuna, Haraker, Munga ja Svanå, neljännes kunnan pinta-alasta. Ne eivät sisälly kartan alueeseen.',
          ),
        },
      },
    }),
};

export const vasaparken: Recipe = {
  id: 'vasaparken',
  role: 'package',
  title: say('Vasaparken', 'Vasaparken', 'Vasaparken'),
  description: say('Ungefärlig form.', 'Approximate shape.', 'Likimääräinen muoto.'),
  sourceIds: ['studentkarta', 'vasteras-punkter', 'vasteras-vasaparken'],
  make: (kitchen) =>
    outlines(kitchen, {
      vasaparken: {
        id: 'vasaparken-omrade',
        name: say('Vasaparken', 'Vasaparken', 'Vasaparken'),
        measureIds: ['trygga-platser', 'trygga-strak'],
        namndId: 'tekniska-namnden',
        status: 'foreslagen',
        provenance: {
          sourceIds: ['trygghetspaketet-2023', 'vasteras-vasaparken', 'studentkarta'],
          accuracy: 'approximate',
          method: say(
            'Ritad för hand mellan punkter vi har källor för: parken, slottet, stadshuset, stationen och järnvägen.',
            'Drawn by hand between points we have sources for: the park, the castle, the town hall, the station and the railway.',
            'Piirretty käsin lähteistettyjen pisteiden väliin: puisto, linna, kaupungintalo, asema ja rautatie.',
          ),
          uncertainty: say(
            'Parkens verkliga gräns är inte känd här.',
            'The real edge of the park is not known here.',
            'Puiston todellista rajaa ei tunneta tässä.',
          ),
        },
      },
    }),
};

export const northernCentre: Recipe = {
  id: 'norra-city',
  role: 'package',
  title: say('Norra city (kandidat)', 'Norra city (candidate)', 'Norra city (ehdokas)'),
  description: say(
    'Ett förslag till vad ”norra city” kan vara. Osäkert.',
    'A suggestion of what “norra city” may be. Uncertain.',
    'Ehdotus siitä, mitä ”norra city” voi olla. Epävarma.',
  ),
  sourceIds: ['scb-deso-regso'],
  make: (kitchen) =>
    outlines(kitchen, {
      norra_city_kandidat: {
        id: 'norra-city-kandidat',
        name: say('Norra city (kandidat)', 'Norra city (candidate)', 'Norra city (ehdokas)'),
        measureIds: ['trygga-platser', 'trygga-strak'],
        namndId: 'tekniska-namnden',
        status: 'foreslagen',
        provenance: {
          sourceIds: ['scb-deso-regso', 'trygghetspaketet-2023'],
          accuracy: 'approximate',
          method: say(
            'Tre statistikområden (DeSO) runt Stora torget, Kyrkbacken och Herrgärdet har lagts ihop.',
            'Three statistical areas (DeSO) around Stora torget, Kyrkbacken and Herrgärdet were united.',
            'Kolme tilastoaluetta (DeSO) Stora torgetin, Kyrkbackenin ja Herrgärdetin ympärillä on yhdistetty.',
          ),
          uncertainty: say(
            'Mycket osäkert: ingen publicerad källa säger vilka gator eller kvarter ”norra city” är.',
            'Very uncertain: no published source says which streets or blocks “norra city” is.',
            'Hyvin epävarmaa: mikään julkaistu lähde ei kerro, mitkä kadut tai korttelit ovat ”norra city”.',
          ),
        },
      },
    }),
};
