import type { Pace } from '../pace.ts';
import { textChunks } from './chunks.ts';
import { XmlTokenizer } from './tokens.ts';

/** One element with all that is in it; names are without namespace prefix. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: XmlElement[];
  /** The element's own text, CDATA included, as plain text. */
  text: string;
  readonly line: number;
}

/**
 * Reads a file and hands over each wanted element when it ends; what lies between is forgotten, so that memory holds
 * one element at a time. The root is handed to `onRoot` first. @throws FatalProblem
 */
export async function readElements(
  bytes: Uint8Array,
  {
    wanted,
    onRoot,
    onElement,
  }: {
    wanted: ReadonlySet<string>;
    onRoot: (name: string) => void;
    onElement: (element: XmlElement) => void;
  },
  pace: Pace,
): Promise<void> {
  const tokenizer = new XmlTokenizer();
  const stack: XmlElement[] = [];
  let rootSeen = false;
  for (const { text, share } of textChunks(bytes)) {
    let count = 0;
    for (const token of tokenizer.push(text)) {
      if (token.kind === 'open') {
        if (!rootSeen) onRoot(token.name);
        rootSeen = true;
        if (stack.length > 0 || wanted.has(token.name)) {
          const { name, attributes, line } = token;
          stack.push({ name, attributes, children: [], text: '', line });
        }
      } else if (token.kind === 'text') {
        const top = stack.at(-1);
        if (top) top.text += token.text;
      } else {
        const done = stack.pop();
        const parent = stack.at(-1);
        if (done && parent) parent.children.push(done);
        else if (done) onElement(done);
      }
      if ((++count & 255) === 0) await pace.step(share);
    }
  }
  tokenizer.finish();
}

/** The first child of a name. */
export const childOf = (element: XmlElement | undefined, name: string): XmlElement | undefined =>
  element?.children.find((child) => child.name === name);

/** All children of a name. */
export const childrenOf = (element: XmlElement | undefined, name: string): XmlElement[] =>
  element?.children.filter((child) => child.name === name) ?? [];

/** The trimmed text of a child; undefined where it is absent or empty. */
export function textOf(element: XmlElement | undefined, name: string): string | undefined {
  const text = childOf(element, name)?.text.trim();
  return text === '' ? undefined : text;
}
