import type { City } from '../../src/domain/city.ts';
import { aftermath, openQuestions } from './aftermath.ts';
import { boards } from './boards.ts';
import { dataSources } from './dataSources.ts';
import { document } from './document.ts';
import { grants } from './grants.ts';
import { measuresA } from './measuresA.ts';
import { measuresB } from './measuresB.ts';
import { measuresC } from './measuresC.ts';
import { measuresD } from './measuresD.ts';
import { measuresE } from './measuresE.ts';
import { programmes } from './programmes.ts';
import { readings } from './readings.ts';
import { say } from './say.ts';
import { publications } from './sources.ts';

const links: City['links'] = [
  {
    id: 'fault-report',
    kind: 'faultReport',
    label: say(
      'Anmäl en trasig lampa i appen Tryggare Västerås, eller ring Kontaktcenter och välj 3',
      'Report a broken lamp in the app Tryggare Västerås, or call the contact centre and choose 3',
      'Ilmoita rikkinäisestä lampusta Tryggare Västerås -sovelluksessa tai soita yhteyskeskukseen ja valitse 3',
    ),
    url: 'https://www.vasteras.se/trafik-och-gator/gator.html',
    phone: '021-39 00 00',
  },
  {
    id: 'prevention',
    kind: 'readMore',
    label: say(
      'Stadens brottsförebyggande arbete',
      'The city’s crime prevention work',
      'Kaupungin rikoksia ehkäisevä työ',
    ),
    url: 'https://xn--vsters-buam.se/omsorg-stod-och-hjalp/trygg-och-saker/brottsforebyggande-arbete.html',
  },
  {
    id: 'contact-centre',
    kind: 'contact',
    label: say(
      'Kontaktcenter Västerås stad',
      'City of Västerås contact centre',
      'Västeråsin kaupungin yhteyskeskus',
    ),
    phone: '021-39 00 00',
  },
  {
    id: 'city-map',
    kind: 'cityMap',
    label: say('Stadens egen karta', 'The city’s own map', 'Kaupungin oma kartta'),
    url: 'https://kartor.vasteras.se/sam',
  },
];

/** Västerås and its safety package of 2023. */
export const city: City = {
  schemaVersion: 1,
  id: 'vasteras',
  name: say('Västerås', 'Västerås', 'Västerås'),
  packageTitle: say('Trygghetspaketet 2023', 'The safety package 2023', 'Turvallisuuspaketti 2023'),
  packageYear: 2023,
  about: say(
    'Västeråsmajoriteten (S, KD, C och V) fördelade i februari 2023 femton miljoner kronor till trygghetsskapande åtgärder. Pengarna fanns i budgeten som kommunfullmäktige beslutade i november 2022.',
    'In February 2023 the governing majority (S, KD, C and V) divided fifteen million kronor between measures for a safer Västerås. The money was in the budget that the city council adopted in November 2022.',
    'Valtuuston enemmistö (S, KD, C ja V) jakoi helmikuussa 2023 viisitoista miljoonaa kruunua turvallisuutta lisääviin toimenpiteisiin. Raha oli budjetissa, jonka kunnanvaltuusto hyväksyi marraskuussa 2022.',
  ),
  totalSek: 15_000_000,
  timeZone: 'Europe/Stockholm',
  homeBounds: [16.4, 59.58, 16.6, 59.74],
  surroundings: [15.9, 59.3, 17.3, 60.0],
  metricCrs: {
    code: 'EPSG:3010',
    name: 'SWEREF 99 16 30',
    proj4:
      '+proj=tmerc +lat_0=0 +lon_0=16.5 +k=1 +x_0=150000 +y_0=0 +ellps=GRS80 +towgs84=0,0,0,0,0,0,0 +units=m +no_defs',
  },
  otherCrs: [
    {
      code: 'EPSG:3006',
      name: 'SWEREF 99 TM',
      proj4: '+proj=utm +zone=33 +ellps=GRS80 +towgs84=0,0,0,0,0,0,0 +units=m +no_defs',
    },
  ],
  boards,
  programmes,
  grants,
  measures: [...measuresA, ...measuresB, ...measuresC, ...measuresD, ...measuresE],
  readings,
  links,
  sources: [...publications, ...dataSources],
  document,
  aftermath,
  openQuestions,
};
