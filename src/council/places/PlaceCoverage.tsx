import type { CouncilPlace } from '../../domain/hotspot.ts';
import { useText } from '../../i18n/TextProvider.tsx';
import type { Atlas } from '../../state/atlas.ts';

export function PlaceCoverage(_: { atlas: Atlas; place: CouncilPlace }) {
  const { t } = useText();
  return (
    <section aria-label={t('meeting.coverage')}>
      <h3>{t('meeting.coverage')}</h3>
      <p className="muted">{t('meeting.coverage.notYet')}</p>
    </section>
  );
}
