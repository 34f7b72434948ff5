import { useText } from '../i18n/TextProvider.tsx';
import type { FundedMeasure } from '../state/atlas.ts';
import { select } from '../state/store.ts';
import { ProgrammeMark } from './ProgrammeMark.tsx';

/** A measure seen from a place: which one, whose grant, how much, and the share as far as it is known. */
export function MeasureCard({ funded }: { funded: FundedMeasure }) {
  const { t, local, format } = useText();
  const { measure, grant, board, programme } = funded;
  return (
    <li className="measure-card">
      <ProgrammeMark programme={programme} />
      <div>
        <button
          type="button"
          className="link strong"
          onClick={() => select({ kind: 'measure', id: measure.id })}
        >
          {local(measure.name)}
        </button>
        <p className="muted">
          {measure.share.kind === 'known'
            ? t('package.known', { amount: format.sek(measure.share.amountSek) })
            : t('package.includedLong')}
        </p>
        <p>
          {t('details.grant')}:{' '}
          <button type="button" className="link" onClick={() => select({ kind: 'grant', id: grant.id })}>
            {local(board.name)}, {format.sek(grant.amountSek)}
          </button>
        </p>
      </div>
    </li>
  );
}
