import { lazy, Suspense } from 'react';
import { useText } from '../../i18n/TextProvider.tsx';
import { usePatterns } from '../../state/councilData.ts';
import { Choice } from '../../ui/Choice.tsx';
import { useProposals } from '../places/words.ts';
import { compare, useComparing } from './comparison.ts';

const PairFacts = lazy(() => import('../patterns/PairFacts.tsx'));

/** What the slider on the map stands between. */
export function CompareChoice() {
  const { t } = useText();
  const { comparing } = useComparing();
  const proposals = useProposals();
  const hasPair = usePatterns((state) => state.pair !== null);
  if (proposals.length === 0 && !hasPair) return <p className="muted small">{t('meeting.compare.how')}</p>;
  const kinds = [
    { value: 'none' as const, label: t('meeting.compare.none') },
    ...(proposals.length > 0 ? [{ value: 'proposals' as const, label: t('meeting.compare.proposals') }] : []),
    ...(hasPair ? [{ value: 'periods' as const, label: t('meeting.compare.periods') }] : []),
  ];
  const plans = [
    { value: '', label: t('meeting.compare.today') },
    ...proposals.map(({ id, name }) => ({ value: id, label: name })),
  ];
  return (
    <div className="compare-choice">
      <Choice
        label={t('meeting.compare')}
        value={comparing.kind}
        options={kinds}
        onChange={(kind) =>
          compare(kind === 'proposals' ? { kind, leftId: null, rightId: proposals[0]?.id ?? null } : { kind })
        }
      />
      {comparing.kind === 'proposals' && (
        <>
          <Choice
            label={t('meeting.compare.left')}
            value={comparing.leftId ?? ''}
            options={plans}
            onChange={(id) => compare({ ...comparing, leftId: id || null })}
          />
          <Choice
            label={t('meeting.compare.right')}
            value={comparing.rightId ?? ''}
            options={plans}
            onChange={(id) => compare({ ...comparing, rightId: id || null })}
          />
        </>
      )}
      {comparing.kind === 'periods' && (
        <Suspense fallback={null}>
          <PairFacts />
        </Suspense>
      )}
      {!hasPair && <p className="muted small">{t('meeting.compare.howPeriods')}</p>}
    </div>
  );
}
