import type { ReadingGroup } from '../../src/domain/city.ts';
import { say } from './say.ts';

/** “Västra stadsdelarna” has no published boundary: three readings that somebody has used. */
export const readings: ReadingGroup[] = [
  {
    id: 'vastra',
    title: say('Västra stadsdelarna', 'The western districts', 'Läntiset kaupunginosat'),
    why: say(
      'Kommunen har inte publicerat någon gräns för västra stadsdelarna. Här kan du välja mellan tre tolkningar. Bostads AB Mimers Distrikt Väst är förvald: den bygger på en färdig lista över stadsdelar och ligger mellan de båda andra. Kommunens egen gräns kan vara en annan.',
      'The city has not published a boundary for the western districts. You can choose between three readings. District West of the housing company Mimer is preselected: it builds on a ready list of districts and lies between the other two. The city’s own boundary may differ.',
      'Kunta ei ole julkaissut läntisten kaupunginosien rajaa. Voit valita kolmesta tulkinnasta. Oletuksena on asuntoyhtiö Mimerin läntinen piiri: se perustuu valmiiseen kaupunginosaluetteloon ja on kahden muun välissä. Kunnan oma raja voi olla toinen.',
    ),
    defaultOptionId: 'mimer',
    options: [
      {
        id: 'polis',
        name: say('Snäv: Råby och Bäckby', 'Narrow: Råby and Bäckby', 'Suppea: Råby ja Bäckby'),
        basis: say(
          'Polisens och stadens medborgarlöfte skriver ”de västra stadsdelarna, Råby och Bäckby”.',
          'The pledge by the police and the city says “the western districts, Råby and Bäckby”.',
          'Poliisin ja kaupungin kansalaislupauksessa sanotaan ”läntiset kaupunginosat, Råby ja Bäckby”.',
        ),
      },
      {
        id: 'mimer',
        name: say(
          'Mellan: Mimers Distrikt Väst',
          'Middle: Mimer’s District West',
          'Keskilaaja: Mimerin läntinen piiri',
        ),
        basis: say(
          'Bostads AB Mimers indelning: Vetterstorp, Vetterslund, Råby, Hammarby, Fredriksberg, Bäckby och Skälby. Att listan är Mimers och vilka statistiska områden den motsvarar är vår slutsats.',
          'The housing company Mimer’s division: Vetterstorp, Vetterslund, Råby, Hammarby, Fredriksberg, Bäckby and Skälby. That the list is Mimer’s, and which statistical areas it matches, is our inference.',
          'Asuntoyhtiö Mimerin jako: Vetterstorp, Vetterslund, Råby, Hammarby, Fredriksberg, Bäckby ja Skälby. Se, että luettelo on Mimerin, ja sen vastaavuus tilastoalueisiin ovat meidän päätelmiämme.',
        ),
      },
      {
        id: 'bred',
        name: say(
          'Bred: även Vallby och Pettersberg',
          'Broad: also Vallby and Pettersberg',
          'Laaja: myös Vallby ja Pettersberg',
        ),
        basis: say(
          'Staden betalar partnerskapet i Pettersberg ur pengarna för västra stadsdelarna och räknar Vallby som prioriterat.',
          'The city pays for the partnership in Pettersberg from the money for the western districts and counts Vallby as prioritised.',
          'Kaupunki maksaa Pettersbergin kumppanuuden läntisten kaupunginosien rahoista ja pitää Vallbytä painopistealueena.',
        ),
      },
    ],
  },
];
