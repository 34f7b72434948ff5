import type { Measure } from '../../src/domain/city.ts';
import { say } from './say.ts';

const CULTURE =
  'Sommarläger på Vallby friluftsmuseum, pop-up verksamhet, konstlabbet och pedagogiska program.';

/** Programme D: four things named in one line. No source tells how the million is divided. */
export const measuresD: Measure[] = [
  {
    id: 'sommarlager-vallby',
    grantId: 'd-kulturnamnden',
    officialText: CULTURE,
    name: say(
      'Sommarläger på Vallby friluftsmuseum',
      'Summer camp at the Vallby open-air museum',
      'Kesäleiri Vallbyn ulkomuseossa',
    ),
    summary: say(
      'Sommarläger på Vallby friluftsmuseum.',
      'Summer camp at the Vallby open-air museum.',
      'Kesäleiri Vallbyn ulkomuseossa.',
    ),
    reach: { kind: 'places' },
    share: { kind: 'included' },
    facts: [
      {
        text: say(
          'Museet ligger på Skerikesvägen 2, ungefär två kilometer norr om centrum, och drivs av staden.',
          'The museum is at Skerikesvägen 2, about two kilometres north of the centre, and is run by the city.',
          'Museo on osoitteessa Skerikesvägen 2, noin kaksi kilometriä keskustasta pohjoiseen, ja sitä ylläpitää kaupunki.',
        ),
        sourceId: 'fk-aros',
      },
    ],
  },
  {
    id: 'pop-up',
    grantId: 'd-kulturnamnden',
    officialText: CULTURE,
    name: say('Pop-up-kultur', 'Pop-up culture', 'Pop up -kulttuuri'),
    summary: say(
      'Tillfällig kulturverksamhet ute i stadsdelarna.',
      'Temporary cultural activities out in the districts.',
      'Tilapäistä kulttuuritoimintaa kaupunginosissa.',
    ),
    reach: {
      kind: 'none',
      why: say(
        'Verksamheten är tillfällig. Var den har hållits är inte publicerat.',
        'The activity is temporary. Where it has been held has not been published.',
        'Toiminta on tilapäistä. Ei ole julkaistu, missä sitä on järjestetty.',
      ),
    },
    share: { kind: 'included' },
    facts: [],
  },
  {
    id: 'konstlabbet',
    grantId: 'd-kulturnamnden',
    officialText: CULTURE,
    name: say('Konstlabbet', 'Konstlabbet (the Art Lab)', 'Konstlabbet (taidelaboratorio)'),
    summary: say(
      'Konstlabbet får pengar. Dokumentet säger inte mer om vad det innehåller.',
      'Konstlabbet gets money. The document says no more about what it contains.',
      'Konstlabbet saa rahaa. Asiakirja ei kerro tarkemmin sen sisällöstä.',
    ),
    reach: {
      kind: 'none',
      why: say(
        'Vi har inte hittat någon källa som säger var Konstlabbet finns.',
        'We have found no source that says where Konstlabbet is.',
        'Emme ole löytäneet lähdettä, joka kertoisi Konstlabbetin paikan.',
      ),
    },
    share: { kind: 'included' },
    facts: [],
  },
  {
    id: 'pedagogiska-program',
    grantId: 'd-kulturnamnden',
    officialText: CULTURE,
    name: say('Pedagogiska program', 'Educational programmes', 'Pedagogiset ohjelmat'),
    summary: say(
      'Program där man lär sig genom kultur. Dokumentet säger inte för vem eller var.',
      'Programmes for learning through culture. The document does not say for whom or where.',
      'Ohjelmia, joissa opitaan kulttuurin avulla. Asiakirja ei kerro, kenelle tai missä.',
    ),
    reach: {
      kind: 'none',
      why: say(
        'Dokumentet nämner ingen plats för programmen, och ingen källa gör det heller.',
        'The document names no place for the programmes, and neither does any source.',
        'Asiakirja ei mainitse ohjelmien paikkaa, eikä mikään lähdekään.',
      ),
    },
    share: { kind: 'included' },
    facts: [],
  },
];
