import type { Fact, Measure } from '../../src/domain/city.ts';
import { say } from './say.ts';

const STRAK =
  'Stödja cityarbetet i form av trygga stråk och platser, till exempel Vasaparken och norra city.';

const surveyFacts: Fact[] = [
  {
    text: say(
      'Undersökningen 2023 gick ut 2–16 oktober till nästan 20 000 slumpvis valda personer mellan 16 och 84 år, via sms.',
      'The 2023 survey went out on 2–16 October by text message to nearly 20,000 randomly chosen people aged 16 to 84.',
      'Vuoden 2023 kysely lähetettiin 2.–16. lokakuuta tekstiviestillä lähes 20 000 satunnaisesti valitulle 16–84-vuotiaalle.',
    ),
    date: '2023-12-11',
    sourceId: 'vasteras-undersokning-2023',
  },
  {
    text: say(
      'Strax över 7 800 svarade. 59 procent var kvinnor och 41 procent män; 34 procent var 65–84 år.',
      'Just over 7,800 people answered. 59 per cent were women and 41 per cent men; 34 per cent were aged 65–84.',
      'Vastauksia tuli hieman yli 7 800. Vastaajista 59 prosenttia oli naisia ja 41 prosenttia miehiä; 34 prosenttia oli 65–84-vuotiaita.',
    ),
    date: '2023-12-11',
    sourceId: 'vasteras-undersokning-2023',
  },
  {
    text: say(
      '63 procent kände sig trygga i sitt eget område på kvällen. 27 procent kände sig ganska eller mycket otrygga.',
      '63 per cent felt safe in their own area in the evening. 27 per cent felt rather or very unsafe.',
      '63 prosenttia tunsi olonsa turvalliseksi omalla alueellaan iltaisin. 27 prosenttia tunsi olonsa melko tai hyvin turvattomaksi.',
    ),
    date: '2023-12-11',
    sourceId: 'vasteras-undersokning-2023',
  },
  {
    text: say(
      'År 2022 kände sig 64 procent trygga, och svarsfrekvensen var 39 procent.',
      'In 2022, 64 per cent felt safe, and the response rate was 39 per cent.',
      'Vuonna 2022 turvalliseksi olonsa tunsi 64 prosenttia, ja vastausprosentti oli 39.',
    ),
    date: '2023-10',
    sourceId: 'vt-undersokning',
  },
  {
    text: say(
      'Staden skrev 2022 att enkäten skulle gå ut till omkring 40 000 personer 3–16 oktober. Svarsfrekvensen tyder på ungefär 20 000. Källorna stämmer alltså inte överens.',
      'In 2022 the city wrote that the survey would go out to about 40,000 people on 3–16 October. The response rate points to about 20,000. The sources thus disagree.',
      'Kaupunki kirjoitti vuonna 2022, että kysely lähetetään noin 40 000 ihmiselle 3.–16. lokakuuta. Vastausprosentti viittaa noin 20 000:een. Lähteet ovat siis ristiriidassa.',
    ),
    date: '2022-09-28',
    sourceId: 'vasteras-utskick-2022',
  },
  {
    text: say(
      'Svaren används för att välja platser för trygghetsvandringar och åtgärder i city, centrum och parker. Resultat för enskilda områden är inte publicerade.',
      'The answers are used to choose places for safety walks and measures in the city, local centres and parks. Results for single areas are not published.',
      'Vastausten avulla valitaan paikkoja turvallisuuskävelyille ja toimille keskustassa, aluekeskuksissa ja puistoissa. Alueittaisia tuloksia ei ole julkaistu.',
    ),
    date: '2023-10-02',
    sourceId: 'vasteras-utskick-2023',
  },
];

/** Programme E: the trial of a safe route. No source tells how the two million is divided, or what was built. */
export const measuresE: Measure[] = [
  {
    id: 'trygga-strak',
    grantId: 'e-tekniska-namnden',
    officialText: STRAK,
    name: say('Tryggt stråk', 'Safe route', 'Turvallinen reitti'),
    summary: say(
      'Ett försök med ljus och trygghetskameror längs ett gångstråk i city. Var stråket ska gå är inte publicerat; linjen på kartan är ett exempel.',
      'A trial of lights and safety cameras along a walking route in the city centre. Its course is not published; the line on the map is an example.',
      'Kokeilu: valoja ja turvakameroita keskustan kävelyreitille. Reittiä ei ole julkaistu; kartan viiva on esimerkki.',
    ),
    reach: { kind: 'places' },
    share: { kind: 'included' },
    facts: [
      {
        text: say(
          'I november 2022 sade Amanda Grönlund (KD) att det skulle bli ”ett tryggt stråk med trygghetskameror genom Vasaparken”.',
          'In November 2022 Amanda Grönlund (KD) said there would be “a safe route with safety cameras through Vasaparken”.',
          'Marraskuussa 2022 Amanda Grönlund (KD) sanoi, että tulee ”turvallinen reitti ja turvakameroita Vasaparkenin läpi”.',
        ),
        date: '2022-11-14',
        sourceId: 'vt-budget-2023',
      },
      {
        text: say(
          'Ett förslag från oppositionen 2019 gällde kameror mellan Centralstationen och stadsbiblioteket, till exempel i Vasaparken.',
          'A proposal from the opposition in 2019 was about cameras between the central station and the city library, for example in Vasaparken.',
          'Opposition ehdotus vuonna 2019 koski kameroita päärautatieaseman ja kaupunginkirjaston välille, esimerkiksi Vasaparkeniin.',
        ),
        date: '2019-12-19',
        sourceId: 'm-2019-12-19',
      },
    ],
  },
  {
    id: 'trygga-platser',
    grantId: 'e-tekniska-namnden',
    officialText: STRAK,
    name: say('Trygga platser i city', 'Safe places in the city centre', 'Turvallisia paikkoja keskustaan'),
    summary: say(
      'Platser i city ska bli tryggare. Dokumentet nämner Vasaparken och norra city som exempel.',
      'Places in the city centre are to become safer. The document names Vasaparken and “norra city” (the northern centre) as examples.',
      'Keskustan paikoista tehdään turvallisempia. Asiakirja mainitsee esimerkkeinä Vasaparkenin ja ”norra cityn” (pohjoisen keskustan).',
    ),
    reach: { kind: 'places' },
    share: { kind: 'included' },
    facts: [
      {
        text: say(
          'Vasaparken är den största parken i Västerås, med stora träd och rester av ett kloster. Den ligger mellan stadshuset, slottet, konserthuset och järnvägsstationen.',
          'Vasaparken is the largest park in Västerås, with large trees and remains of a monastery. It lies between the town hall, the castle, the concert hall and the railway station.',
          'Vasaparken on Västeråsin suurin puisto, jossa on suuria puita ja luostarin jäännöksiä. Se sijaitsee kaupungintalon, linnan, konserttitalon ja rautatieaseman välissä.',
        ),
        sourceId: 'vasteras-vasaparken',
      },
    ],
  },
  {
    id: 'trygghetsmatning',
    grantId: 'e-tekniska-namnden',
    officialText:
      'Utifrån trygghetsmätningen med 20 000 utskick till västeråsarna identifiera behov och vägledning kring hur vi kan arbeta vidare med trygghetsinsatserna.',
    name: say('Trygghetsmätningen', 'The safety survey', 'Turvallisuuskysely'),
    summary: say(
      'Svaren från en enkät till 20 000 västeråsare visar vad som behövs och hur arbetet ska fortsätta.',
      'Answers from a survey sent to 20,000 residents show what is needed and how the work should go on.',
      '20 000 asukkaalle lähetetyn kyselyn vastaukset osoittavat, mitä tarvitaan ja miten työtä jatketaan.',
    ),
    reach: {
      kind: 'municipality',
      why: say(
        'Enkäten gick till människor i hela kommunen. Svaren är inte publicerade per område, så det finns inget att rita.',
        'The survey went to people in the whole municipality. Answers are not published by area, so there is nothing to draw.',
        'Kysely lähetettiin ihmisille koko kuntaan. Vastauksia ei ole julkaistu alueittain, joten piirrettävää ei ole.',
      ),
    },
    share: { kind: 'included' },
    facts: surveyFacts,
  },
];
