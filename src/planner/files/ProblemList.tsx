import type { City } from '../../domain/city.ts';
import type { ImportProblem } from '../../exchange/importResult.ts';
import { type Text, useText } from '../../i18n/TextProvider.tsx';
import { problemWords, whereWords } from './words.ts';

/** Places listed for one problem; more are counted. */
const MOST_PLACES = 100;

interface Group {
  readonly words: string;
  readonly severity: ImportProblem['severity'];
  readonly places: string[];
  count: number;
}

/** The same problem once, with all its places. */
function groupsOf(problems: readonly ImportProblem[], text: Text, city: City): Group[] {
  const groups = new Map<string, Group>();
  for (const problem of problems) {
    const words = problemWords(text, problem, city);
    const key = `${problem.severity} ${words}`;
    const group = groups.get(key) ?? { words, severity: problem.severity, places: [], count: 0 };
    groups.set(key, group);
    group.count++;
    const where = whereWords(text, problem.where);
    if (where !== '' && group.places.length < MOST_PLACES) group.places.push(where);
  }
  return [...groups.values()];
}

/** Everything that is to be said of a file, worst first, each with where it is. */
export function ProblemList({
  city,
  problems,
  leftOut,
}: {
  city: City;
  problems: readonly ImportProblem[];
  leftOut: number;
}) {
  const text = useText();
  const { t } = text;
  if (problems.length === 0) return null;
  const groups = groupsOf(problems, text, city);
  const ordered = (['fatal', 'skipped', 'note'] as const).flatMap((severity) =>
    groups.filter((group) => group.severity === severity),
  );
  return (
    <ul className="problems">
      {ordered.map(({ words, severity, places, count }) => (
        <li key={`${severity} ${words}`} data-severity={severity}>
          <strong>{t(`exchange.severity.${severity}`, { count })}</strong> {words}
          {places.length === 1 && <span className="where"> {places[0]}</span>}
          {places.length > 1 && (
            <details>
              <summary>{t('exchange.places', { count })}</summary>
              <ul>
                {places.map((place) => (
                  <li key={place}>{place}</li>
                ))}
                {count > places.length && (
                  <li>{t('exchange.morePlaces', { count: count - places.length })}</li>
                )}
              </ul>
            </details>
          )}
        </li>
      ))}
      {leftOut > 0 && <li>{t('exchange.moreProblems', { count: leftOut })}</li>}
    </ul>
  );
}
