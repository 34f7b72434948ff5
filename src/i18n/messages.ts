import { type I18n, setupI18n } from '@lingui/core';
import { compileMessage } from '@lingui/message-utils/compileMessage';
import swedish from './sv.json';

/** Every text of the interface has a key; Swedish is the source of the keys. */
export type TextKey = keyof typeof swedish;
export type TextParams = Record<string, string | number>;
export type Catalogue = Record<TextKey, string>;

const CATALOGUES: Record<string, () => Promise<Catalogue>> = {
  sv: async () => swedish,
  en: async () => (await import('./en.json')).default,
  fi: async () => (await import('./fi.json')).default,
};

/** Loads the texts of a language. @throws when the catalogue cannot be fetched. */
export async function loadCatalogue(language: string): Promise<I18n> {
  const load = CATALOGUES[language] ?? CATALOGUES.sv;
  const messages = load ? await load() : swedish;
  return catalogue(language, messages);
}

/** A ready catalogue from plain ICU messages. */
export function catalogue(language: string, messages: Catalogue): I18n {
  const i18n = setupI18n();
  i18n.setMessagesCompiler(compileMessage);
  i18n.loadAndActivate({ locale: language, messages });
  return i18n;
}
