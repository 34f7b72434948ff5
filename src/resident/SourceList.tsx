import { useText } from '../i18n/TextProvider.tsx';
import type { Atlas } from '../state/atlas.ts';

/** The sources behind a statement: title, publisher, date, licence and link where there is one. */
export function SourceList({ atlas, sourceIds }: { atlas: Atlas; sourceIds: readonly string[] }) {
  const { t, format } = useText();
  const sources = [...new Set(sourceIds)].flatMap((id) => atlas.sources.get(id) ?? []);
  if (sources.length === 0) return null;
  return (
    <ul className="sources">
      {sources.map((source) => (
        <li key={source.id}>
          {source.url ? (
            <a href={source.url} rel="noreferrer">
              {source.title}
            </a>
          ) : (
            source.title
          )}
          {', '}
          {source.publisher}
          {', '}
          {source.date ? format.date(source.date) : t('details.noDate')} ({source.licence})
        </li>
      ))}
    </ul>
  );
}
