import type { Programme } from '../../src/domain/city.ts';
import { say } from './say.ts';

/** The five headings of the document. The letters are ours: a second mark beside colour and pattern. */
export const programmes: Programme[] = [
  {
    id: 'resursforstarkning',
    letter: 'A',
    officialTitle:
      'Fortsatt resursförstärkning kopplat till västra stadsdelarna samt Skultuna för alla boende',
    name: say(
      'Mer resurser till västra stadsdelarna och Skultuna',
      'More resources for the western districts and Skultuna',
      'Lisää resursseja läntisiin kaupunginosiin ja Skultunaan',
    ),
    short: say('Resursförstärkning', 'More resources', 'Lisäresurssit'),
    colour: { light: '#2F66AD', night: '#7FB0F2' },
    pattern: 'solid',
  },
  {
    id: 'polissamverkan',
    letter: 'B',
    officialTitle: 'Fortsätta utveckla det påbörjade samverkansarbetet mellan polisen och Västerås stad',
    name: say(
      'Samarbete mellan polisen och Västerås stad',
      'Cooperation between the police and the City of Västerås',
      'Poliisin ja Västeråsin kaupungin yhteistyö',
    ),
    short: say('Polissamverkan', 'Police cooperation', 'Poliisiyhteistyö'),
    colour: { light: '#5B4DB0', night: '#A99DF5' },
    pattern: 'stripes',
  },
  {
    id: 'forening-kultur',
    letter: 'C',
    officialTitle: 'Föreningsverksamhet och kulturaktiviteter i bostadsområden och kommundelar',
    name: say(
      'Föreningsliv och kultur där människor bor',
      'Clubs and culture where people live',
      'Seuratoimintaa ja kulttuuria asuinalueilla',
    ),
    short: say('Förening och kultur', 'Clubs and culture', 'Seurat ja kulttuuri'),
    colour: { light: '#2E7D4F', night: '#6FCB93' },
    pattern: 'dots',
  },
  {
    id: 'kultur-stadsdelar',
    letter: 'D',
    officialTitle: 'Ökade satsningar på kulturverksamhet i stadsdelar',
    name: say(
      'Mer kultur i stadsdelarna',
      'More culture in the districts',
      'Lisää kulttuuria kaupunginosiin',
    ),
    short: say('Kultur i stadsdelar', 'Culture in districts', 'Kulttuuri kaupunginosissa'),
    colour: { light: '#9A3F7C', night: '#E08CC3' },
    pattern: 'lines',
  },
  {
    id: 'tryggt-strak',
    letter: 'E',
    officialTitle:
      'Försöksverksamhet med ljus och trygghetskameror vid gångstråk, ett så kallat tryggt stråk',
    name: say(
      'Försök med ljus och trygghetskameror längs gångstråk',
      'Trial of lights and safety cameras along walking routes',
      'Kokeilu: valoja ja turvakameroita kävelyreiteille',
    ),
    short: say('Tryggt stråk', 'Safe route', 'Turvallinen reitti'),
    colour: { light: '#9A6400', night: '#F3B84A' },
    pattern: 'grid',
  },
];
