import type { LocalText } from '../../src/domain/text.ts';

/** One text in the application's three languages, Swedish first because it is the source. */
export const say = (sv: string, en: string, fi: string): LocalText => ({ sv, en, fi });
