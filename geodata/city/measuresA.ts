import type { Measure } from '../../src/domain/city.ts';
import { say } from './say.ts';

const DOCUMENT = 'trygghetspaketet-2023';

/** Programme A: more resources for the western districts and Skultuna. */
export const measuresA: Measure[] = [
  {
    id: 'familjekoordinatorer',
    grantId: 'a-niff',
    officialText: 'Familjekoordinatorer/familjestödjare (för att bibehålla det påbörjade arbetet).',
    name: say('Familjekoordinatorer', 'Family coordinators', 'Perhekoordinaattorit'),
    summary: say(
      'Personal som stöder familjer i västra stadsdelarna och Skultuna. Pengarna gör att arbetet som redan hade börjat kan fortsätta.',
      'Staff who support families in the western districts and Skultuna. The money lets work that had already begun go on.',
      'Työntekijöitä, jotka tukevat perheitä läntisissä kaupunginosissa ja Skultunassa. Rahalla jatketaan jo aloitettua työtä.',
    ),
    reach: { kind: 'places' },
    share: { kind: 'known', amountSek: 2_500_000, sourceId: 'c-2023-03-24' },
    facts: [],
  },
  {
    id: 'feriepraktik',
    grantId: 'a-niff',
    officialText:
      'Feriepraktik för elever i årskurs 6 till 9 med en start på 250 platser 2023 riktat mot västra stadsdelarna.',
    name: say(
      'Feriepraktik för årskurs 6–9',
      'Holiday jobs for school years 6–9',
      'Lomatyöharjoittelu vuosiluokille 6–9',
    ),
    summary: say(
      'Elever i årskurs 6 till 9 får prova på arbete under lovet. Det började med 250 platser 2023, först och främst i västra stadsdelarna.',
      'Pupils in years 6 to 9 try out work during the holidays. It began with 250 places in 2023, mainly for the western districts.',
      'Vuosiluokkien 6–9 oppilaat saavat kokeilla työtä loma-aikana. Vuonna 2023 aloitettiin 250 paikalla, ensisijaisesti läntisissä kaupunginosissa.',
    ),
    reach: { kind: 'places' },
    share: {
      kind: 'known',
      amountSek: 2_000_000,
      sourceId: 'c-2023-03-24',
      note: say(
        'Av beloppet går 235 000 kronor till Skultuna.',
        'SEK 235,000 of the amount goes to Skultuna.',
        'Summasta 235 000 kruunua menee Skultunaan.',
      ),
    },
    facts: [
      {
        text: say(
          'Av de två miljonerna till feriepraktik går 235 000 kronor till Skultuna.',
          'Of the two million for holiday jobs, SEK 235,000 goes to Skultuna.',
          'Lomatyöharjoittelun kahdesta miljoonasta 235 000 kruunua menee Skultunaan.',
        ),
        date: '2023-03-24',
        sourceId: 'c-2023-03-24',
      },
    ],
  },
  {
    id: 'fler-i-arbete',
    grantId: 'a-arbetsmarknadsnamnden',
    officialText:
      'Fortsätta stödja uppdraget kopplat till att få fler in i arbete som idag har ekonomiskt bistånd.',
    name: say('Fler från bistånd till arbete', 'More people from benefits to work', 'Useampi tuelta työhön'),
    summary: say(
      'Stöd till arbetet med att hjälpa fler som har ekonomiskt bistånd att få ett jobb.',
      'Support for helping more people who receive income support to find a job.',
      'Tukea työlle, joka auttaa useampia toimeentulotukea saavia löytämään työpaikan.',
    ),
    reach: {
      kind: 'municipality',
      why: say(
        'Åtgärden gäller människor, inte en plats. Dokumentet nämner ingen plats i den här punkten, och ingen källa gör det heller.',
        'The measure is for people, not for a place. This item of the document names no place, and neither does any source.',
        'Toimenpide koskee ihmisiä, ei paikkaa. Asiakirjan tämä kohta ei mainitse paikkaa, eikä mikään lähdekään.',
      ),
    },
    share: {
      kind: 'known',
      amountSek: 500_000,
      sourceId: DOCUMENT,
      note: say(
        'Anslagets enda åtgärd: hela beloppet.',
        'The only measure of the grant: the whole amount.',
        'Määrärahan ainoa toimenpide: koko summa.',
      ),
    },
    facts: [],
  },
  {
    id: 'resursforstarkning-skultuna',
    grantId: 'a-skultuna-kommundelsnamnd',
    officialText: 'Fortsatt resursförstärkning till Skultuna.',
    name: say('Mer resurser till Skultuna', 'More resources for Skultuna', 'Lisää resursseja Skultunaan'),
    summary: say(
      'Skultuna kommundelsnämnd får fortsatt extra pengar till sin verksamhet. Vad pengarna används till står inte i dokumentet.',
      'The Skultuna District Board keeps getting extra money for its work. The document does not say what the money is used for.',
      'Skultunan kunnanosalautakunta saa edelleen lisärahaa toimintaansa. Asiakirjassa ei kerrota, mihin raha käytetään.',
    ),
    reach: { kind: 'places' },
    share: {
      kind: 'known',
      amountSek: 500_000,
      sourceId: DOCUMENT,
      note: say(
        'Anslagets enda åtgärd: hela beloppet.',
        'The only measure of the grant: the whole amount.',
        'Määrärahan ainoa toimenpide: koko summa.',
      ),
    },
    facts: [
      {
        text: say(
          'Nämnden sköter bland annat bibliotek, familjecentrum, fritidsgård, parker och idrottsplatser i Skultuna.',
          'The board runs, among other things, the library, family centre, youth centre, parks and sports grounds in Skultuna.',
          'Lautakunta hoitaa Skultunassa muun muassa kirjastoa, perhekeskusta, nuorisotilaa, puistoja ja urheilupaikkoja.',
        ),
        date: '2023',
        sourceId: 'vasteras-skultuna-namnd',
      },
      {
        text: say(
          'Kommundelsförvaltningen sköter också gatorna i Skultuna. En lampa där kan därför vara den nämndens.',
          'The district department also looks after the streets in Skultuna. A street lamp there may therefore be that board’s.',
          'Kunnanosahallinto hoitaa myös Skultunan katuja. Siellä oleva valaisin voi siksi kuulua tälle lautakunnalle.',
        ),
        sourceId: 'vasteras-skultuna-forvaltning',
      },
    ],
  },
  {
    id: 'samordning-analys',
    grantId: 'a-kommunstyrelsen',
    officialText: 'Samordnande funktion för uppföljning och analys.',
    name: say('Samordning och uppföljning', 'Coordination and follow-up', 'Koordinointi ja seuranta'),
    summary: say(
      'En samordnande funktion som följer upp åtgärderna och analyserar resultaten.',
      'A coordinating function that follows up the measures and analyses the results.',
      'Koordinoiva toiminto, joka seuraa toimenpiteitä ja analysoi tuloksia.',
    ),
    reach: {
      kind: 'none',
      why: say(
        'Det är kontorsarbete för hela paketet och har ingen egen plats.',
        'It is office work for the whole package and has no place of its own.',
        'Se on koko pakettia koskevaa toimistotyötä, eikä sillä ole omaa paikkaa.',
      ),
    },
    share: {
      kind: 'known',
      amountSek: 200_000,
      sourceId: DOCUMENT,
      note: say(
        'Anslagets enda åtgärd: hela beloppet.',
        'The only measure of the grant: the whole amount.',
        'Määrärahan ainoa toimenpide: koko summa.',
      ),
    },
    facts: [],
  },
];
