import type { Source } from '../../src/domain/provenance.ts';

/** The data sets that geometries come from; what was checked about each is in geodata/sources. */
export const dataSources: Source[] = [
  {
    id: 'scb-deso-regso',
    title: 'DeSO och RegSO 2025, med folkmängd',
    publisher: 'Statistiska centralbyrån (SCB)',
    date: '2025',
    licence: 'CC0-1.0',
    attribution: '© SCB',
  },
  {
    id: 'lantmateriet-oversikt',
    title: 'GSD-Översiktskartan: kommungräns och tätorter',
    publisher: 'Lantmäteriet',
    date: '2020-06',
    licence: 'CC0-1.0',
    attribution: '© Lantmäteriet',
  },
  {
    id: 'lantmateriet-jarnvag',
    title: 'Järnväg 1:250 000 (ursprunget är en slutsats, inte uttalat i filen)',
    publisher: 'Lantmäteriet',
    licence: 'CC0-1.0',
    attribution: '© Lantmäteriet',
  },
  {
    id: 'lantmateriet-sverigekartan',
    title: 'GSD-Sverigekartan 1:1 miljon: vattendrag',
    publisher: 'Lantmäteriet',
    licence: 'CC0-1.0',
    attribution: '© Lantmäteriet',
  },
  {
    id: 'gshhg',
    title: 'GSHHG 2.3.7, full upplösning: Mälarens strandlinje',
    publisher: 'Paul Wessel och Walter H. F. Smith',
    licence: 'LGPL-3.0-or-later',
    attribution: 'GSHHG',
  },
  {
    id: 'geonames',
    title: 'GeoNames cities500',
    publisher: 'GeoNames',
    url: 'https://www.geonames.org/',
    licence: 'CC-BY-4.0',
    attribution: 'GeoNames (CC BY 4.0)',
  },
  {
    id: 'wikipedia-sv',
    title: 'Koordinater i artiklarnas faktarutor',
    publisher: 'Svenskspråkiga Wikipedia',
    url: 'https://sv.wikipedia.org/',
    licence: 'single facts',
  },
  {
    id: 'vasteras-punkter',
    title: 'Kommunens platser, enstaka koordinater omkring 2020',
    publisher: 'Västerås stad',
    date: '2020',
    licence: 'single facts',
  },
  {
    id: 'studentkarta',
    title: 'Publik studentkarta över sevärdheter och offentliga toaletter, enstaka koordinater',
    publisher: 'Okänd (öppen källkod)',
    licence: 'single facts',
  },
];
