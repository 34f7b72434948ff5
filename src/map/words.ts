import type { Text } from '../i18n/TextProvider.tsx';
import type { Scene } from './scene.ts';

/** What the map itself writes, in the user's language. */
export const mapWords = ({ t }: Pick<Text, 't'>): Scene['words'] => ({
  illustration: t('map.illustration'),
  approximate: t('map.approximate'),
  candidate: t('map.candidate'),
});
