import type { PlanFeature } from '../domain/proposal.ts';
import type { TextKey, TextParams } from '../i18n/messages.ts';
import type { Text } from '../i18n/TextProvider.tsx';

/** A step as it is kept: which text, how many of what, and other numbers for its sentence. */
export interface NamedStep {
  readonly key: string;
  readonly params?: Readonly<Record<string, string | number>>;
}

/** The name of a step that does something to features. */
export function stepOf(
  key: TextKey,
  features: readonly PlanFeature[],
  more: Readonly<Record<string, string | number>> = {},
): NamedStep {
  const kinds = new Set(features.map(({ properties }) => properties.kind));
  const [kind = 'mixed'] = kinds;
  return { key, params: { ...more, kind: kinds.size === 1 ? kind : 'mixed', count: features.length } };
}

/** "3 ljuspunkter". */
export const countWords = ({ t }: Text, kind: string | number, count: string | number): string => {
  const key = `planner.count.${kind}` as TextKey;
  return t(key, { count: Number(count) });
};

/** A kept step in the user's words; one that an older or newer version named is said in general. */
export function stepWords(step: NamedStep, text: Text): string {
  const { kind, count, field } = step.params ?? {};
  const what = kind !== undefined && count !== undefined ? countWords(text, kind, count) : '';
  const params: TextParams = {
    ...step.params,
    what,
    ...(field !== undefined && { field: fieldWords(String(field), text) }),
  };
  const words = text.t(step.key as TextKey, params);
  return words === step.key ? text.t('planner.step.other') : words;
}

/** The name of a feature in the user's language. */
export const nameOf = ({ properties }: PlanFeature, { local }: Text): string => local(properties.name);

/** What a property is called on the screen; `legal.` goes before the fields of a camera's record. */
export function fieldWords(field: string, { t }: Text): string {
  const key = field.startsWith('legal.') ? `planner.${field}` : `planner.field.${field}`;
  const words = t(key as TextKey);
  return words === key ? t('planner.field.other') : words;
}
