import { type I18n, type Messages, setupI18n } from '@lingui/core';
import type analysis from './analysis/sv.json';
import type council from './council/sv.json';
import type exchange from './exchange/sv.json';
import type meeting from './meeting/sv.json';
import type planner from './planner/sv.json';
import type base from './sv.json';
import swedish from './sv.json?compiled';

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
export type TextKey = keyof typeof base | { [Each in Chapter]: keyof Chapters[Each] }[Chapter];
export type TextParams = Record<string, string | number>;

const CATALOGUES: Record<string, () => Promise<Messages>> = {
  sv: async () => swedish,
  en: async () => (await import('./en.json?compiled')).default,
  fi: async () => (await import('./fi.json?compiled')).default,
};
const CHAPTERS = import.meta.glob<Messages>('./*/*.json', { import: 'default', query: '?compiled' });

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

/** A ready catalogue from messages that the build has read. */
export function catalogue(language: string, messages: Messages): I18n {
  const i18n = setupI18n();
  i18n.loadAndActivate({ locale: language, messages });
  return i18n;
}
