import type { Measure } from '../../src/domain/city.ts';
import { say } from './say.ts';

const SPLIT = 'c-2023-03-24';
const IOP =
  'IOP med insatser för jämlika förutsättningar riktade till prioriterade områden på väster samt tjejjouren.';

/** Programme C, the Board for Sports, Leisure and Prevention: 3 million. */
const fromNiff: Measure[] = [
  {
    id: 'iop-pettersberg',
    grantId: 'c-niff',
    officialText: IOP,
    name: say('Partnerskap i Pettersberg', 'Partnership in Pettersberg', 'Kumppanuus Pettersbergissä'),
    summary: say(
      'Ett idéburet offentligt partnerskap (IOP): staden och föreningar arbetar tillsammans för att lyfta Pettersberg.',
      'A public partnership with civil society (IOP): the city and associations work together to give Pettersberg a lift.',
      'Kaupungin ja järjestöjen kumppanuus (IOP): yhteistä työtä Pettersbergin hyväksi.',
    ),
    reach: { kind: 'places' },
    share: { kind: 'known', amountSek: 300_000, sourceId: SPLIT },
    facts: [
      {
        text: say(
          'Partnerskapet gäller 1 september 2023–31 augusti 2026 med RF-SISU, Hyresgästföreningen och ABF. Staden betalar det ur raden för prioriterade områden i västra stadsdelarna.',
          'The partnership runs from 1 September 2023 to 31 August 2026 with RF-SISU, the tenants’ union and ABF. The city pays for it from the line for prioritised areas in the western districts.',
          'Kumppanuus on voimassa 1.9.2023–31.8.2026. Mukana ovat RF-SISU, vuokralaisyhdistys ja ABF. Kaupunki maksaa sen läntisten kaupunginosien painopistealueiden rahasta.',
        ),
        date: '2023-09-05',
        sourceId: 'vasteras-pettersberg',
      },
    ],
  },
  {
    id: 'iop-nya',
    grantId: 'c-niff',
    officialText: IOP,
    name: say('Pott för nya partnerskap', 'Fund for new partnerships', 'Raha uusiin kumppanuuksiin'),
    summary: say(
      'Pengar avsatta för nya partnerskap med föreningar i prioriterade områden i väster.',
      'Money set aside for new partnerships with associations in prioritised areas in the west.',
      'Rahaa uusiin kumppanuuksiin järjestöjen kanssa lännen painopistealueilla.',
    ),
    reach: { kind: 'places' },
    share: { kind: 'known', amountSek: 300_000, sourceId: SPLIT },
    facts: [],
  },
  {
    id: 'tjejjouren',
    grantId: 'c-niff',
    officialText: IOP,
    name: say('Tjejjouren', 'The girls’ support line', 'Tyttöjen tukipalvelu'),
    summary: say(
      'Stöd till en jour dit tjejer kan vända sig för att få hjälp. Staden och jouren har ett partnerskap.',
      'Support for a service that girls can turn to for help. The city and the service have a partnership.',
      'Tukea palvelulle, josta tytöt voivat hakea apua. Kaupungilla ja palvelulla on kumppanuus.',
    ),
    reach: {
      kind: 'protected',
      why: say(
        'Jouren visas aldrig på kartan. Den som söker hjälp ska kunna göra det utan att platsen pekas ut.',
        'This service is never shown on the map. Those who seek help must be able to do so without the place being pointed out.',
        'Palvelua ei koskaan näytetä kartalla. Apua on voitava hakea ilman, että paikka paljastetaan.',
      ),
    },
    share: {
      kind: 'known',
      amountSek: 500_000,
      sourceId: SPLIT,
      note: say('Per år i tre år.', 'Per year for three years.', 'Vuodessa kolmen vuoden ajan.'),
    },
    facts: [
      {
        text: say(
          'Staden och Tjejjouren Ronja har ett partnerskap i tre år med 500 000 kronor per år.',
          'The city and Tjejjouren Ronja have a three-year partnership with SEK 500,000 per year.',
          'Kaupungilla ja Tjejjouren Ronjalla on kolmivuotinen kumppanuus, 500 000 kruunua vuodessa.',
        ),
        sourceId: 'vt-tjejjour',
      },
    ],
  },
  {
    id: 'trygg-idrott',
    grantId: 'c-niff',
    officialText:
      'Genomföra en utredning med enklare åtgärder och förslag på större åtgärder kopplat till projekt "Trygg idrott i Västerås" med utgångspunkt från ungdom- och idrottsdialog.',
    name: say('Utredning om trygg idrott', 'Study on safe sport', 'Selvitys turvallisesta urheilusta'),
    summary: say(
      'En utredning med enkla åtgärder nu och förslag på större åtgärder senare. Den bygger på samtal med unga och idrotten.',
      'A study with simple measures now and proposals for larger ones later. It builds on talks with young people and sports clubs.',
      'Selvitys: yksinkertaisia toimia nyt ja ehdotuksia suuremmiksi toimiksi myöhemmin. Pohjana ovat keskustelut nuorten ja urheiluväen kanssa.',
    ),
    reach: {
      kind: 'none',
      why: say(
        'En utredning har ingen plats. Vilka idrottsplatser den handlar om är inte publicerat.',
        'A study has no place. Which sports grounds it is about has not been published.',
        'Selvityksellä ei ole paikkaa. Ei ole julkaistu, mitä urheilupaikkoja se koskee.',
      ),
    },
    share: {
      kind: 'included',
      sourceId: SPLIT,
      note: say(
        'Beloppet är inte publicerat. Räknar man bort de delar som är kända blir omkring 150 000 kronor kvar av anslaget; det är vår uträkning.',
        'The amount is not published. Without the parts that are known, about SEK 150,000 of the grant remains; that is our calculation.',
        'Summaa ei ole julkaistu. Kun tunnetut osuudet vähennetään, määrärahasta jää noin 150 000 kruunua; laskelma on meidän.',
      ),
    },
    facts: [],
  },
  {
    id: 'lovaktiviteter',
    grantId: 'c-niff',
    officialText: 'Avgiftsfria lovaktiviteter för gruppen 7-18 år.',
    name: say(
      'Gratis lovaktiviteter 7–18 år',
      'Free holiday activities, ages 7–18',
      'Maksutonta lomatoimintaa 7–18-vuotiaille',
    ),
    summary: say(
      'Barn och unga mellan 7 och 18 år kan göra saker på loven utan att betala.',
      'Children and young people aged 7 to 18 can do things during the holidays free of charge.',
      '7–18-vuotiaat lapset ja nuoret voivat osallistua lomatoimintaan maksutta.',
    ),
    reach: {
      kind: 'municipality',
      why: say(
        'Aktiviteterna är till för alla i åldern, i hela kommunen. Var de hålls är inte publicerat för paketet.',
        'The activities are for everyone of that age in the whole municipality. Where they are held has not been published for the package.',
        'Toiminta on tarkoitettu kaikille ikäryhmään kuuluville koko kunnassa. Paikkoja ei ole julkaistu paketin osalta.',
      ),
    },
    share: { kind: 'known', amountSek: 900_000, sourceId: SPLIT },
    facts: [],
  },
  {
    id: 'friluftsomraden',
    grantId: 'c-niff',
    officialText: 'Utveckla friluftsområden.',
    name: say('Bättre friluftsområden', 'Better outdoor areas', 'Paremmat ulkoilualueet'),
    summary: say(
      'Åtgärder som gör friluftsområden tryggare. Vilka områden det gäller är inte publicerat.',
      'Measures that make outdoor areas safer. Which areas has not been published.',
      'Toimia, jotka tekevät ulkoilualueista turvallisempia. Ei ole julkaistu, mitä alueita ne koskevat.',
    ),
    reach: { kind: 'places' },
    share: {
      kind: 'known',
      amountSek: 425_000,
      sourceId: SPLIT,
      note: say(
        'Hälften av 850 000 kronor som delas med barn- och ungdomsföreningar.',
        'Half of SEK 850,000 that is shared with clubs for children and young people.',
        'Puolet 850 000 kruunusta, joka jaetaan lasten ja nuorten seurojen kanssa.',
      ),
    },
    facts: [],
  },
  {
    id: 'foreningar',
    grantId: 'c-niff',
    officialText: 'Ökade medel till barn- och ungdomsföreningar.',
    name: say(
      'Mer till barn- och ungdomsföreningar',
      'More for children’s and youth clubs',
      'Lisää lasten ja nuorten seuroille',
    ),
    summary: say(
      'Mer pengar till föreningar för barn och unga, med fokus på västra stadsdelarna.',
      'More money for children’s and youth clubs, with a focus on the western districts.',
      'Lisää rahaa lasten ja nuorten seuroille, painopisteenä läntiset kaupunginosat.',
    ),
    reach: { kind: 'places' },
    share: {
      kind: 'known',
      amountSek: 425_000,
      sourceId: SPLIT,
      note: say(
        'Hälften av 850 000 kronor som delas med friluftsområden.',
        'Half of SEK 850,000 that is shared with outdoor areas.',
        'Puolet 850 000 kruunusta, joka jaetaan ulkoilualueiden kanssa.',
      ),
    },
    facts: [],
  },
];

/** Programme C, the Culture Board: 2 million. */
const fromCulture: Measure[] = [
  {
    id: 'kulturskolan',
    grantId: 'c-kulturnamnden',
    officialText: 'Ökad verksamhet för kulturskolan i kommun- och stadsdelarna.',
    name: say(
      'Mer kulturskola i stadsdelarna',
      'More of the School of Arts in the districts',
      'Lisää kulttuurikoulua kaupunginosiin',
    ),
    summary: say(
      'Kulturskolan får mer verksamhet ute i kommundelar och stadsdelar.',
      'The municipal School of Arts gets more activities out in the districts.',
      'Kulttuurikoulu saa lisää toimintaa kunnan- ja kaupunginosiin.',
    ),
    reach: { kind: 'places' },
    share: {
      kind: 'known',
      amountSek: 2_000_000,
      sourceId: 'trygghetspaketet-2023',
      note: say(
        'Anslagets enda åtgärd: hela beloppet.',
        'The only measure of the grant: the whole amount.',
        'Määrärahan ainoa toimenpide: koko summa.',
      ),
    },
    facts: [
      {
        text: say(
          'Kulturskolan har sitt hus i Växhuset vid Viktor Larssons plats och undervisar också på skolor i stadsdelarna.',
          'The School of Arts is based in Växhuset at Viktor Larssons plats and also teaches at schools in the districts.',
          'Kulttuurikoulun päätalo on Växhuset Viktor Larssons plats -aukiolla, ja opetusta annetaan myös kaupunginosien kouluissa.',
        ),
        date: '2010',
        sourceId: 'kulturskolan-2010',
      },
      {
        text: say(
          'Kulturskolan har en filial i den tidigare vårdcentralen i Vallby centrum. Där planeras ett kulturcentrum med bibliotek, betalat med trygghetspengar.',
          'The School of Arts has a branch in the former health centre in Vallby centrum. A culture centre with a library is planned there, paid for with safety money.',
          'Kulttuurikoululla on toimipiste Vallbyn keskustan entisessä terveyskeskuksessa. Sinne suunnitellaan kulttuurikeskusta ja kirjastoa turvallisuusrahoilla.',
        ),
        sourceId: 'vgr-kulturcentrum',
      },
    ],
  },
];

export const measuresC: Measure[] = [...fromNiff, ...fromCulture];
