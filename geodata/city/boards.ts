import type { Board } from '../../src/domain/city.ts';
import { say } from './say.ts';

/** The six boards that the package gives money to. Departments only where a source names them. */
export const boards: Board[] = [
  {
    id: 'niff',
    name: say(
      'Nämnden för idrott, fritid och förebyggande',
      'Board for Sports, Leisure and Prevention',
      'Liikunta-, vapaa-aika- ja ennaltaehkäisylautakunta',
    ),
    short: say('Idrott, fritid och förebyggande', 'Sports, leisure, prevention', 'Liikunta ja vapaa-aika'),
    department: say(
      'Kultur-, idrotts- och fritidsförvaltningen',
      'Culture, Sports and Leisure Department',
      'Kulttuuri-, liikunta- ja vapaa-aikahallinto',
    ),
    sourceIds: ['trygghetspaketet-2023', 'vasteras-pettersberg'],
  },
  {
    id: 'kulturnamnden',
    name: say('Kulturnämnden', 'Culture Board', 'Kulttuurilautakunta'),
    short: say('Kultur', 'Culture', 'Kulttuuri'),
    department: say(
      'Kultur-, idrotts- och fritidsförvaltningen',
      'Culture, Sports and Leisure Department',
      'Kulttuuri-, liikunta- ja vapaa-aikahallinto',
    ),
    sourceIds: ['trygghetspaketet-2023', 'vasteras-pettersberg'],
  },
  {
    id: 'tekniska-namnden',
    name: say('Tekniska nämnden', 'Technical Board', 'Tekninen lautakunta'),
    short: say('Teknik', 'Technical', 'Tekniikka'),
    department: say(
      'Teknik- och fastighetsförvaltningen',
      'Technical and Property Department',
      'Tekniikka- ja kiinteistöhallinto',
    ),
    sourceIds: ['trygghetspaketet-2023', 'vasteras-23-miljoner'],
  },
  {
    id: 'kommunstyrelsen',
    name: say('Kommunstyrelsen', 'City Executive Board', 'Kunnanhallitus'),
    short: say('Kommunstyrelsen', 'Executive Board', 'Kunnanhallitus'),
    department: say('Stadsledningskontoret', 'City Executive Office', 'Kaupunginjohdon kanslia'),
    sourceIds: ['trygghetspaketet-2023', 'vasteras-forebyggande'],
  },
  {
    id: 'arbetsmarknadsnamnden',
    name: say('Arbetsmarknadsnämnden', 'Labour Market Board', 'Työmarkkinalautakunta'),
    short: say('Arbetsmarknad', 'Labour market', 'Työmarkkinat'),
    sourceIds: ['trygghetspaketet-2023'],
  },
  {
    id: 'skultuna-kommundelsnamnd',
    name: say('Skultuna kommundelsnämnd', 'Skultuna District Board', 'Skultunan kunnanosalautakunta'),
    short: say('Skultuna', 'Skultuna', 'Skultuna'),
    department: say(
      'Skultuna kommundelsförvaltning',
      'Skultuna District Department',
      'Skultunan kunnanosahallinto',
    ),
    sourceIds: ['trygghetspaketet-2023', 'vasteras-skultuna-forvaltning', 'vasteras-skultuna-namnd'],
  },
];
