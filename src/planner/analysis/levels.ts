import type { DensityLevel } from '../../analysis/sight/densityLevels.ts';
import type { TextKey } from '../../i18n/messages.ts';
import type { Text } from '../../i18n/TextProvider.tsx';

/** Stands for "seen at all, however coarse". */
export const ANY_LEVEL = 'any';

/** "Uppfatta (125 bildpunkter per meter)". */
export const levelWords = ({ id, pixelsPerMetre }: DensityLevel, { t, format }: Text): string =>
  t('analysis.level.with', {
    level: levelName(id, t),
    density: format.number(pixelsPerMetre, 1),
  });

/** The level's own name. */
export const levelName = (levelId: string, t: Text['t']): string => t(`analysis.level.${levelId}` as TextKey);

/** The least density that counts as seen, by the level's name. */
export const changeOfLevel = (levels: readonly DensityLevel[], levelId: string) => ({
  seenPixelsPerMetre: levels.find(({ id }) => id === levelId)?.pixelsPerMetre ?? 0,
});
