import { useEffect, useState } from 'react';
import { type CouncilPlace, placeEntries } from '../../domain/hotspot.ts';
import { useText } from '../../i18n/TextProvider.tsx';
import type { Atlas } from '../../state/atlas.ts';
import { usePapers } from '../../state/papers.ts';
import { coverageTexts } from '../paper/coverageTexts.ts';

type Answer =
  | { readonly kind: 'working' | 'failed' }
  | { readonly kind: 'done'; readonly texts: readonly string[] };

/** Light and sight over the place, and what is missing: worked out anew when the place, its links or a proposal changes. */
export function PlaceCoverage({ atlas, place }: { atlas: Atlas; place: CouncilPlace }) {
  const text = useText();
  const { t } = text;
  const [answer, setAnswer] = useState<Answer>({ kind: 'working' });
  const proposals = usePapers((state) => state.changes.proposals);
  const asked = JSON.stringify([
    placeEntries(place, 'outline').at(-1)?.id,
    placeEntries(place, 'link').map(({ id }) => id),
    proposals,
    text.language,
    atlas.features.length,
  ]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `asked` says when the question is another one
  useEffect(() => {
    let isStale = false;
    setAnswer({ kind: 'working' });
    coverageTexts({ atlas, places: [place], text, level: 'working' }).then(
      (texts) => {
        if (!isStale) setAnswer({ kind: 'done', texts: texts.get(place.id) ?? [] });
      },
      (error) => {
        console.warn(error);
        if (!isStale) setAnswer({ kind: 'failed' });
      },
    );
    return () => {
      isStale = true;
    };
  }, [asked]);
  return (
    <section aria-label={t('meeting.coverage')} aria-busy={answer.kind === 'working'}>
      <h3>{t('meeting.coverage')}</h3>
      {answer.kind === 'done' ? (
        <ul className="coverage">
          {answer.texts.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      ) : (
        <p className="muted">{t(`meeting.coverage.${answer.kind}`)}</p>
      )}
      <p className="small muted">{t('meeting.coverage.how')}</p>
    </section>
  );
}
