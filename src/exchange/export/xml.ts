// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that XML 1.0 cannot hold at all
const UNWRITABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;
const LONE_SURROGATE = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  '\r': '&#13;',
};

/** Text as it may stand in XML content or in an attribute; characters that XML cannot hold become U+FFFD. */
export const xmlText = (text: string): string =>
  text
    .replace(UNWRITABLE, '\ufffd')
    .replace(LONE_SURROGATE, '\ufffd')
    .replace(/[&<>"'\r]/g, (letter) => ESCAPES[letter] ?? letter);

/** A property's value as text: texts as they are, everything else as JSON writes it. */
export function plainText(value: unknown): string {
  if (typeof value === 'string') return value;
  return value === undefined || value === null ? '' : JSON.stringify(value);
}

/** A name to show: a text, or the first language of a text in several languages. */
export function displayText(value: unknown): string {
  if (typeof value !== 'object' || value === null) return plainText(value);
  return Object.values(value).find((entry) => typeof entry === 'string') ?? '';
}
