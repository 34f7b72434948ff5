import type { LedgerRow } from '../../domain/hotspot.ts';
import { useText } from '../../i18n/TextProvider.tsx';

/** What a place needs, in words; the shape of the mark says it without colour. */
export function PlaceMarks({ row }: { row: LedgerRow }) {
  const { t } = useText();
  if (row.state === 'closed') return <span className="mark">{t('meeting.mark.closed')}</span>;
  return (
    <>
      {row.overdue > 0 && (
        <span className="mark mark-strong">{t('meeting.mark.overdue', { count: row.overdue })}</span>
      )}
      {row.withoutMeasure && <span className="mark mark-dashed">{t('meeting.mark.withoutMeasure')}</span>}
      {row.withoutResponsible > 0 && (
        <span className="mark mark-dashed">{t('meeting.mark.withoutResponsible')}</span>
      )}
      {row.lastFollowUp && <span className="mark">{t(`meeting.outcome.${row.lastFollowUp.outcome}`)}</span>}
    </>
  );
}
