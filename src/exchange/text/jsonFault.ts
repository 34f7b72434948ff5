/**
 * Question: at which character does a text stop being JSON?
 * Method: a scanner with a stack of what may come next; run only after the engine's own parser has refused the text,
 * because engines name the place in different ways or not at all. Source: RFC 8259. Complexity: O(n).
 */
const TOKEN =
  /[\s\uFEFF]*(?:([{}[\],:])|("(?:[^"\\\n\r\t]|\\(?:["\\/bfnrt]|u[\da-fA-F]{4}))*")|(-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?|true|false|null)(?![\w.+-]))/y;

type Expected = 'value' | 'value-or-end' | 'key' | 'key-or-end' | 'colon' | 'comma-or-end' | 'nothing';

/** The offset of the first fault; the length of the text where it only ends too early. */
export function jsonFaultAt(text: string): number {
  const open: ('[' | '{')[] = [];
  let expected: Expected = 'value';
  let at = 0;
  for (;;) {
    TOKEN.lastIndex = at;
    const match = TOKEN.exec(text);
    if (!match) return faultAfter(text, at);
    const token = match[1] ?? (match[2] === undefined ? 'scalar' : 'string');
    const next = after(token, expected, open);
    if (next === undefined) return TOKEN.lastIndex - (match[1] ?? match[2] ?? match[3] ?? '').length;
    expected = next;
    at = TOKEN.lastIndex;
  }
}

function faultAfter(text: string, at: number): number {
  const rest = /[^\s\uFEFF]/.exec(text.slice(at, at + 10_000));
  return rest ? at + rest.index : text.length;
}

function after(token: string, expected: Expected, open: ('[' | '{')[]): Expected | undefined {
  const inside = open.at(-1);
  const value = expected === 'value' || expected === 'value-or-end';
  const done = (): Expected => (open.length === 0 ? 'nothing' : 'comma-or-end');
  if (token === '[' || token === '{') {
    if (!value) return undefined;
    open.push(token);
    return token === '[' ? 'value-or-end' : 'key-or-end';
  }
  if (token === ']' || token === '}') {
    const fits = inside === (token === ']' ? '[' : '{');
    if (!fits || !(expected === 'comma-or-end' || expected.endsWith('-or-end'))) return undefined;
    open.pop();
    return done();
  }
  if (token === ',') return expected !== 'comma-or-end' ? undefined : inside === '[' ? 'value' : 'key';
  if (token === ':') return expected === 'colon' ? 'value' : undefined;
  if (token === 'string' && (expected === 'key' || expected === 'key-or-end')) return 'colon';
  return value ? done() : undefined;
}
