import type { CouncilPlace } from '../../domain/hotspot.ts';
import type { Text } from '../../i18n/TextProvider.tsx';

/** How a place came to be on the map; an analysis says its method, period and n. */
export function originText({ origin }: CouncilPlace, { t, format }: Pick<Text, 't' | 'format'>): string {
  switch (origin.kind) {
    case 'drawn':
      return t('meeting.origin.drawn');
    case 'walk':
      return t('meeting.origin.walk', { date: format.date(origin.date) });
    case 'analysis':
      return t('meeting.origin.analysis', {
        method: t(`meeting.method.${origin.method}`),
        from: format.date(origin.period.from),
        to: format.date(origin.period.to),
        n: origin.n,
      });
  }
}
