import type { Source } from '../../src/domain/provenance.ts';

const SINGLE_FACTS = 'single facts';
const V = 'https://xn--vsters-buam.se';
const VASTERAS = 'https://www.vasteras.se';
const C = 'https://www.centerpartiet.se/lokal/vastmanland/vasteras/startsida/nyheter/nyheter';

type Page = Omit<Source, 'licence'>;
const page = (source: Page): Source => ({ ...source, licence: SINGLE_FACTS });
const city = (id: string, title: string, url: string, date?: string): Source =>
  page({ id, title, publisher: 'Västerås stad', url, ...(date ? { date } : {}) });

/** Publications that facts are taken from, one statement at a time. Dates only where the page states one. */
export const publications: Source[] = [
  page({
    id: 'trygghetspaketet-2023',
    title: 'Västeråsmajoritetens trygghetspaket 2023',
    publisher: 'Västeråsmajoriteten (S, KD, C, V)',
    date: '2023-02',
  }),
  page({
    id: 'c-2023-02-01',
    title: '15 miljoner för ett tryggare Västerås',
    publisher: 'Centerpartiet Västerås',
    url: `${C}/2023-02-01-15-miljoner-for-ett-tryggare-vasteras`,
    date: '2023-02-01',
  }),
  page({
    id: 'c-2023-03-24',
    title: '7,5 miljoner till familjestödjare, sommarjobb, kultur- och föreningsliv och friluftsområden',
    publisher: 'Centerpartiet Västerås',
    url: `${C}/2023-03-24-75-miljoner-till-familjestodjare-sommarjobb-kultur--och-foreningsliv-och-friluftsomraden`,
    date: '2023-03-24',
  }),
  page({
    id: 'c-2023-10-04',
    title: 'Skola, klimat och trygghet i fokus 2024',
    publisher: 'Centerpartiet Västerås',
    url: `${C}/2023-10-04-skola-klimat-och-trygghet-i-fokus-2024`,
    date: '2023-10-04',
  }),
  city(
    'vasteras-undersokning-2023',
    'Resultat av trygghetsundersökning 2023',
    `${V}/nyheter/nyheter/2023-12-11-resultat-av-trygghetsundersokning-2023.html`,
    '2023-12-11',
  ),
  city(
    'vasteras-utskick-2023',
    'Vi vill veta hur trygga västeråsarna känner sig (2023)',
    `${VASTERAS}/nyheter/nyheter/2023-10-02-vi-vill-veta-hur-trygga-vasterasarna-kanner-sig.html`,
    '2023-10-02',
  ),
  city(
    'vasteras-utskick-2022',
    'Vi vill veta hur trygga västeråsarna känner sig (2022)',
    `${VASTERAS}/nyheter/nyheter/2022-09-28-vi-vill-veta-hur-trygga-vasterasarna-kanner-sig.html`,
    '2022-09-28',
  ),
  city(
    'vasteras-forebyggande',
    'Brottsförebyggande arbete',
    `${V}/omsorg-stod-och-hjalp/trygg-och-saker/brottsforebyggande-arbete.html`,
  ),
  city(
    'vasteras-pettersberg',
    'Flera aktörer går ihop för att lyfta Pettersberg',
    'https://vasteras.se/nyheter/nyheter/2023-09-05-flera-aktorer-gar-ihop-for-att-lyfta-pettersberg.html',
    '2023-09-05',
  ),
  city(
    'vasteras-vasaparken',
    'Vasaparken',
    `${VASTERAS}/uppleva-och-gora/idrott-motion-och-friluftsliv/natur-och-parker/parker-och-gronomraden/parker-och-gronomraden/vasaparken.html/?showcard=1`,
  ),
  city(
    'vasteras-23-miljoner',
    '23 miljoner till klimat och trygghet – det här har pengarna gått till',
    `${V}/nyheter/nyheter/2024-04-11-23-miljoner-till-klimat-och-trygghet---det-har-har-pengarna-gatt-till.html`,
    '2024-04-11',
  ),
  city(
    'vasteras-skultuna',
    'Skultuna',
    `${VASTERAS}/bygga-bo-och-miljo/stadsdelar-och-omraden/skultuna.html`,
  ),
  city(
    'vasteras-skultuna-forvaltning',
    'Skultuna kommundelsförvaltning',
    `${VASTERAS}/kommun-och-politik/kommunens-organisation/forvaltningar/forvaltningar/skultuna-kommundelsforvaltning.html`,
  ),
  city(
    'vasteras-skultuna-namnd',
    'Skultuna kommundelsnämnd',
    'https://vasteras.se/kommun-och-politik/kommunens-organisation/namnder-och-styrelser/skultuna-kommundelsnamnd.html',
    '2023',
  ),
  city(
    'vasteras-lagesbild-2024',
    'Ny lägesbild över brottsligheten i Västerås kommun',
    `${V}/nyheter/nyheter/2024-06-05-ny-lagesbild-over-brottsligheten-i-vasteras-kommun.html`,
    '2024-06-05',
  ),
  city(
    'vasteras-samverkan-2019',
    'Samverkansöverenskommelse mellan Västerås stad och lokalpolisområde Västerås',
    `${VASTERAS}/nyheter/nyheter/2019-11-05-samverkansoverenskommelse-mellan-vasteras-stad-och-lokalpolisomrade-vasteras.html`,
    '2019-11-05',
  ),
  city(
    'vasteras-22-miljoner',
    'Västerås får 22 miljoner för cykel- och busstrafik',
    `${VASTERAS}/nyheter/nyheter/2022-05-23-vasteras-far-22-miljoner-for-cykel--och-busstrafik.html`,
    '2022-05-23',
  ),
  city(
    'vasteras-nyhetsrum',
    'Nyhetsrum: brott och juridik',
    'https://vasteras-stad.mynewsdesk.com/subjects/brott-juridik-raettsfraagor',
  ),
  page({
    id: 'vt-gangvag',
    title: 'Färgglatt inslag i väntan på nya resecentrum',
    publisher: 'Västerås Tidning',
    url: 'https://www.vasterastidning.se/vasteras/fargglatt-inslag-i-vantan-pa-nya-resecentrum/254765',
  }),
  page({
    id: 'vt-budget-2023',
    title: 'Västeråsmajoriteten vill satsa 30 miljoner kronor på kollektivtrafiken',
    publisher: 'Västerås Tidning',
    url: 'https://www.vasterastidning.se/vasteras/vasterasmajoriteten-vill-satsa-30-miljoner-kronor-pa-kollektivtrafiken/218553',
    date: '2022-11-14',
  }),
  page({
    id: 'vt-tjejjour',
    title: 'Västerås stad ingår partnerskap med tjejjour',
    publisher: 'Västerås Tidning',
    url: 'https://www.vasterastidning.se/vasteras/vasteras-stad-ingar-partnerskap-med-tjejjour/230393',
  }),
  page({
    id: 'vt-undersokning',
    title: 'Tryggheten ska utredas med digital undersökning',
    publisher: 'Västerås Tidning',
    url: 'https://www.vasterastidning.se/vasteras/tryggheten-ska-utredas-med-digital-undersokning/238533',
  }),
  page({
    id: 'vt-tummen-upp',
    title: 'Västerås stads brottsförebyggande arbete får tummen upp',
    publisher: 'Västerås Tidning',
    url: 'https://www.vasterastidning.se/vasteras/vasteras-stads-brottsforebyggande-arbete-far-tummen-upp/243578',
  }),
  page({
    id: 'rf-sisu-pettersberg',
    title: 'Tillsammans för Pettersberg',
    publisher: 'RF-SISU Västmanland',
    url: 'https://rfsisu.se/distrikt/vastmanland/vi-arbetar-med/inkluderande-idrott/tillsammans-for-pettersberg',
    date: '2025-04-25',
  }),
  page({
    id: 'vgr-kulturcentrum',
    title: 'Nytt kulturcentrum i Västerås',
    publisher: 'Västra Götalandsregionen',
    url: 'https://www.vgregion.se/f/kulturforvaltningen/biblioteksutveckling/noll27/aktuella-nyheter/nytt-kulturcentrum-i-vasteras/',
  }),
  page({
    id: 'kulturskolan-2010',
    title: 'En prisad kulturskola med bredd',
    publisher: 'Västerås stad (Mynewsdesk)',
    url: 'https://www.mynewsdesk.com/se/vasteras_stad/news/en-prisad-kulturskola-med-bredd-6442',
    date: '2010',
  }),
  page({
    id: 'fk-aros',
    title: 'Fotofika-promenad på Vallby',
    publisher: 'FK Aros',
    url: 'https://fkaros.com/fotofika-promenad-pa-vallby/',
  }),
  page({
    id: 'm-2019-12-19',
    title: 'M föreslår ökad kameraövervakning i Västerås',
    publisher: 'Moderaterna Västerås',
    url: 'https://vasteras.mvastmanland.se/2019/12/19/m-foreslar-okad-kameraovervakning-i-vasteras/',
    date: '2019-12-19',
  }),
  page({
    id: 'polisen-medborgarlofte',
    title: 'Medborgarlöften Västerås',
    publisher: 'Polisen',
    url: 'https://polisen.se/om-polisen/medborgarloften/vasteras/',
  }),
  page({
    id: 'mimer-distrikt',
    title: 'Distriktsindelning i öppen källkod (Distrikt Väst, Distrikt Norr)',
    publisher: 'Bostads AB Mimer',
    url: 'https://github.com/Bostads-AB-Mimer/onecore',
  }),
];
