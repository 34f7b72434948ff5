import type { Fact } from '../domain/city.ts';
import { useText } from '../i18n/TextProvider.tsx';
import type { Atlas } from '../state/atlas.ts';

/** Sourced statements, each with its date and where it was read. */
export function FactList({ atlas, title, facts }: { atlas: Atlas; title: string; facts: readonly Fact[] }) {
  const { local, format } = useText();
  if (facts.length === 0) return null;
  return (
    <>
      <h3>{title}</h3>
      <ul className="facts">
        {facts.map((fact) => {
          const source = atlas.sources.get(fact.sourceId);
          return (
            <li key={fact.text.sv}>
              {local(fact.text)}{' '}
              <cite>
                {source?.url ? (
                  <a href={source.url} rel="noreferrer">
                    {source.publisher}
                  </a>
                ) : (
                  source?.publisher
                )}
                {fact.date && `, ${format.date(fact.date)}`}
              </cite>
            </li>
          );
        })}
      </ul>
    </>
  );
}
