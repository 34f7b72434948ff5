import type { Measure } from '../../src/domain/city.ts';
import { say } from './say.ts';

/** Programme B: cooperation with the police. No source tells how the 1.3 million is divided. */
export const measuresB: Measure[] = [
  {
    id: 'genomforandeplan-polisen',
    grantId: 'b-kommunstyrelsen',
    officialText: 'Resurser kopplat till genomförandeplanen mellan Västerås stad och polisen.',
    name: say('Plan tillsammans med polisen', 'Plan with the police', 'Suunnitelma poliisin kanssa'),
    summary: say(
      'Resurser för att genomföra planen som staden och polisen har tillsammans.',
      'Resources to carry out the plan that the city and the police share.',
      'Resursseja kaupungin ja poliisin yhteisen suunnitelman toteuttamiseen.',
    ),
    reach: {
      kind: 'municipality',
      why: say(
        'Planen gäller samarbetet i hela kommunen. Dokumentet nämner ingen plats.',
        'The plan is about cooperation in the whole municipality. The document names no place.',
        'Suunnitelma koskee yhteistyötä koko kunnassa. Asiakirja ei mainitse paikkaa.',
      ),
    },
    share: { kind: 'included' },
    facts: [
      {
        text: say(
          'Staden och polisen gör varje år en gemensam lägesbild, väljer problem, söker orsaker och skriver en handlingsplan där varje åtgärd har en ansvarig.',
          'Each year the city and the police make a shared picture of the situation, choose problems, look for causes and write an action plan in which every measure has an owner.',
          'Kaupunki ja poliisi tekevät joka vuosi yhteisen tilannekuvan, valitsevat ongelmat, etsivät syitä ja laativat toimintasuunnitelman, jossa jokaisella toimenpiteellä on vastuuhenkilö.',
        ),
        date: '2019-11-05',
        sourceId: 'vasteras-samverkan-2019',
      },
      {
        text: say(
          'En ny överenskommelse mellan staden och polisen kom i juni 2023.',
          'A new agreement between the city and the police came in June 2023.',
          'Kaupungin ja poliisin uusi sopimus tehtiin kesäkuussa 2023.',
        ),
        date: '2023-06',
        sourceId: 'vasteras-forebyggande',
      },
    ],
  },
  {
    id: 'valfardsbrott',
    grantId: 'b-kommunstyrelsen',
    officialText: 'Resurser för att upptäcka och förhindra välfärdsbrott.',
    name: say('Stoppa välfärdsbrott', 'Stop welfare crime', 'Hyvinvointirikosten torjunta'),
    summary: say(
      'Resurser för att upptäcka och stoppa fusk och brott mot välfärden, till exempel felaktiga bidrag.',
      'Resources to find and stop fraud and crime against public welfare, such as wrongful benefits.',
      'Resursseja hyvinvointipalveluihin kohdistuvien petosten ja rikosten, kuten väärin maksettujen tukien, havaitsemiseen ja estämiseen.',
    ),
    reach: {
      kind: 'municipality',
      why: say(
        'Arbetet gäller kommunens verksamhet i stort och har ingen plats på kartan.',
        'The work concerns the city’s services as a whole and has no place on the map.',
        'Työ koskee kunnan toimintaa kokonaisuutena, eikä sillä ole paikkaa kartalla.',
      ),
    },
    share: { kind: 'included' },
    facts: [],
  },
  {
    id: 'nodnatverk',
    grantId: 'b-kommunstyrelsen',
    officialText:
      'Tillsammans med polisen bilda ett operativt nodnätverk i de västra stadsdelarna med uppdrag att bidra till en hållbar stad.',
    name: say(
      'Nätverk i västra stadsdelarna',
      'Network in the western districts',
      'Verkosto läntisissä kaupunginosissa',
    ),
    summary: say(
      'Staden och polisen bildar ett ”operativt nodnätverk” i västra stadsdelarna. Ingen offentlig källa förklarar vad det är.',
      'The city and the police form an “operational node network” in the western districts. No public source explains what it is.',
      'Kaupunki ja poliisi perustavat läntisiin kaupunginosiin ”operatiivisen solmuverkoston”. Mikään julkinen lähde ei selitä, mikä se on.',
    ),
    reach: { kind: 'places' },
    share: { kind: 'included' },
    facts: [],
  },
];
