import { LANGUAGES, type Language, type LocalText } from '../../domain/text.ts';
import { loadCatalogue, type TextKey, type TextParams } from '../../i18n/messages.ts';
import type { PublicWords } from '../../state/publication.ts';

/** What is said in public about a proposal's features, in every language whatever the planner's own is. */
export async function publicWords(name: string): Promise<PublicWords> {
  const catalogues = await Promise.all(
    LANGUAGES.map(async (language) => [language, await loadCatalogue(language, ['exchange'])] as const),
  );
  const said = (key: TextKey, params: TextParams = {}): LocalText =>
    Object.fromEntries(catalogues.map(([language, i18n]) => [language, i18n._(key, params)])) as Record<
      Language,
      string
    >;
  return {
    method: said('exchange.public.method', { name }),
    uncertainty: said('exchange.public.uncertainty'),
    squareName: said('exchange.public.square'),
  };
}
