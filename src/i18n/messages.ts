import { type I18n, setupI18n } from '@lingui/core';
import { compileMessage } from '@lingui/message-utils/compileMessage';
import type analysis from './analysis/sv.json';
import type council from './council/sv.json';
import type exchange from './exchange/sv.json';
import type meeting from './meeting/sv.json';
import type planner from './planner/sv.json';
import swedish from './sv.json';

/** Texts that only some rooms need, each a catalogue of its own and fetched with the room. */
interface Chapters {
  planner: typeof planner;
  exchange: typeof exchange;
  analysis: typeof analysis;
  council: typeof council;
  meeting: typeof meeting;
}
export type Chapter = keyof Chapters;

/** Every text of the interface has a key; Swedish is the source of the keys. */
export type TextKey = keyof typeof swedish | { [Each in Chapter]: keyof Chapters[Each] }[Chapter];
export type TextParams = Record<string, string | number>;
export type Catalogue = Readonly<Record<string, string>>;

const CATALOGUES: Record<string, () => Promise<Catalogue>> = {
  sv: async () => swedish,
  en: async () => (await import('./en.json')).default,
  fi: async () => (await import('./fi.json')).default,
};
const CHAPTERS = import.meta.glob<Catalogue>('./*/*.json', { import: 'default' });

/** Loads the texts of a language, with the chapters a room needs. @throws when a catalogue cannot be fetched. */
export async function loadCatalogue(language: string, chapters: readonly Chapter[] = []): Promise<I18n> {
  const load = CATALOGUES[language] ?? CATALOGUES.sv;
  const known = load === CATALOGUES[language] ? language : 'sv';
  const parts = await Promise.all([
    load?.() ?? swedish,
    ...chapters.map((chapter) => CHAPTERS[`./${chapter}/${known}.json`]?.() ?? {}),
  ]);
  return catalogue(language, Object.assign({}, ...parts));
}

/** A ready catalogue from plain ICU messages. */
export function catalogue(language: string, messages: Catalogue): I18n {
  const i18n = setupI18n();
  i18n.setMessagesCompiler(compileMessage);
  i18n.loadAndActivate({ locale: language, messages });
  return i18n;
}
