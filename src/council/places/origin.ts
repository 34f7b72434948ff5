import {
  type DisclosureLevelName,
  disclosureLevel,
  roundedCount,
} from '../../analysis/hotspots/disclosureLevel.ts';
import type { CouncilPlace } from '../../domain/hotspot.ts';
import type { Text } from '../../i18n/TextProvider.tsx';

/** How a place came to be on the map; an analysis says its method, period and n, as far as the level lets it. */
export function originText(
  { origin }: CouncilPlace,
  { t, format }: Pick<Text, 't' | 'format'>,
  levelName: DisclosureLevelName = 'working',
): string {
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
        n: countText(origin.n, levelName, { t, format }),
      });
  }
}

function countText(n: number, name: DisclosureLevelName, { t, format }: Pick<Text, 't' | 'format'>): string {
  const level = disclosureLevel(name);
  if (n > 0 && n < level.fewestEvents) return t('meeting.origin.fewerThan', { n: level.fewestEvents });
  const shown = format.number(roundedCount(n, level) ?? 0);
  return level.roundedTo === 1 ? shown : t('meeting.origin.about', { n: shown });
}
