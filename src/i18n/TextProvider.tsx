import type { I18n } from '@lingui/core';
import { createContext, type ReactNode, useContext, useMemo } from 'react';
import { type Formats, formatsOf } from './formats.ts';
import type { TextKey, TextParams } from './messages.ts';

/** What a view needs to speak: interface texts, the city's own texts, and formats. */
export interface Text {
  readonly language: string;
  t(key: TextKey, params?: TextParams): string;
  /** Picks the user's language from a text of the city's data. */
  local(text: Readonly<Record<'sv' | 'en' | 'fi', string>>): string;
  readonly format: Formats;
}

export function textOf(i18n: I18n): Text {
  const language = i18n.locale;
  const picked = language === 'en' || language === 'fi' ? language : 'sv';
  return {
    language,
    t: (key, params) => i18n._(key, params),
    local: (text) => text[picked],
    format: formatsOf(language),
  };
}

const TextContext = createContext<Text | null>(null);

export function TextProvider({ i18n, children }: { i18n: I18n; children: ReactNode }) {
  const text = useMemo(() => textOf(i18n), [i18n]);
  return <TextContext value={text}>{children}</TextContext>;
}

/** @throws outside a TextProvider */
export function useText(): Text {
  const text = useContext(TextContext);
  if (!text) throw new Error('useText needs a TextProvider above it');
  return text;
}
