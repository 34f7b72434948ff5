import * as v from 'valibot';

/** The languages a user can choose. Swedish is the source; the others are complete translations. */
export const LANGUAGES = ['sv', 'en', 'fi'] as const;
export type Language = (typeof LANGUAGES)[number];

/** A text of the city's data, in every language the application speaks. */
export const LocalTextSchema = v.strictObject({
  sv: v.pipe(v.string(), v.nonEmpty()),
  en: v.pipe(v.string(), v.nonEmpty()),
  fi: v.pipe(v.string(), v.nonEmpty()),
});
export type LocalText = v.InferOutput<typeof LocalTextSchema>;

/** An id: lower-case ASCII letters, digits and hyphens, so that it can stand in a URL. */
export const IdSchema = v.pipe(v.string(), v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/));
