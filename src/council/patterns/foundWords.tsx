import { Fragment } from 'react';
import { useText } from '../../i18n/TextProvider.tsx';
import type { PatternResult } from '../../state/patternRun.ts';

/** An answer, or one of a pair's two. */
type Found = Pick<PatternResult, 'answer' | 'settings' | 'level' | 'n' | 'withoutTime'>;

/** How many events stand behind it; few are not told apart. */
export function Counted({ result }: { result: Found }) {
  const { t, format } = useText();
  const { answer, n, withoutTime, level } = result;
  const shown = (count: number): string =>
    count > 0 && count < level.fewestEvents
      ? t('council.fewerThan', { count: level.fewestEvents })
      : format.number(Math.round(count / level.roundedTo) * level.roundedTo);
  const outside =
    answer.kind === 'areas'
      ? answer.table.outsideWeight
      : answer.kind === 'density' || answer.kind === 'cells'
        ? answer.pattern.pointsOutside
        : 0;
  const parts = [
    t('council.result.counted', { n: shown(n) }),
    outside > 0 && t('council.result.outside', { n: shown(outside) }),
    withoutTime > 0 && t('council.result.withoutTime', { n: shown(withoutTime) }),
  ].filter((part) => part !== false);
  return parts.map((part, i) => (
    <Fragment key={part}>
      {i > 0 && ' '}
      {part}
    </Fragment>
  ));
}

/** How it was found, with the numbers that decide what is seen. */
export function Method({ result }: { result: Found }) {
  const { t, format } = useText();
  const { answer, settings } = result;
  switch (answer.kind) {
    case 'density':
      return t('council.how.density', {
        bandwidth: settings.bandwidthMetres,
        cell: format.number(answer.pattern.grid.cellMetres),
      });
    case 'cells':
      return t('council.how.cells', {
        cell: format.number(answer.pattern.grid.cellMetres),
        tested: format.number(answer.pattern.tested),
      });
    case 'gatherings':
      return t('council.how.gatherings', {
        epsilon: settings.epsilonMetres,
        minimum: Math.max(settings.minimumPoints, result.level.fewestEvents),
      });
    case 'areas':
      return t('council.how.areas');
    case 'too-few':
      return null;
  }
}
