/**
 * Question: what elements and texts does an XML file hold?
 * Method: one pass over chunks of text with a stack of open names; nothing is kept but the unfinished end of a chunk.
 * No document type is accepted at all, so that there are no entities to expand or fetch (XXE, "billion laughs").
 * Source: https://www.w3.org/TR/xml/ (the part without DTD). Complexity: O(n) time, O(longest tag + depth) memory.
 */
import { LIMITS } from '../limits.ts';
import { FatalProblem } from '../problems.ts';

export type XmlToken =
  | {
      readonly kind: 'open';
      readonly name: string;
      readonly attributes: Readonly<Record<string, string>>;
      readonly line: number;
    }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'close'; readonly name: string };

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const ATTRIBUTE = /([^\s=/<>"']+)\s*=\s*(?:"([^"<]*)"|'([^'<]*)')\s*/y;
const NAME = /^[\p{L}_:][\p{L}\p{N}_:.-]*$/u;

/** The name without its namespace prefix. */
export const localName = (name: string): string => name.slice(name.indexOf(':') + 1);

/** Push text in, get tokens out. @throws FatalProblem with the line where the file stops being XML */
export class XmlTokenizer {
  private rest = '';
  private line = 1;
  private readonly open: string[] = [];
  private rootSeen = false;

  /** Tokens that the new text completes. */
  *push(chunk: string): Generator<XmlToken> {
    const text = this.rest + chunk;
    let at = 0;
    while (at < text.length) {
      const less = text.indexOf('<', at);
      if (less !== at) {
        const end = less < 0 ? text.length : less;
        // An entity or a long text may continue in the next chunk.
        if (less < 0 && text.length - at < LIMITS.tagCharacters) break;
        yield* this.text(text.slice(at, end));
        at = end;
        continue;
      }
      const end = this.endOfMarkup(text, at);
      if (end < 0) {
        const isSection = text.startsWith('<![CDATA[', at) || text.startsWith('<!--', at);
        const most = isSection ? LIMITS.sectionCharacters : LIMITS.tagCharacters;
        if (text.length - at > most) throw this.broken(isSection ? text.slice(at, at + 4) : 'tag');
        break;
      }
      yield* this.markup(text.slice(at, end));
      at = end;
    }
    this.rest = text.slice(at);
  }

  /** Call once after the last push. */
  finish(): void {
    if (this.rest.trim() !== '' || this.open.length > 0 || !this.rootSeen)
      throw new FatalProblem('unexpected-end', { element: this.open.at(-1) ?? '' }, { line: this.line });
  }

  private endOfMarkup(text: string, at: number): number {
    const closing = text.startsWith('<!--', at)
      ? '-->'
      : text.startsWith('<![CDATA[', at)
        ? ']]>'
        : undefined;
    if (closing !== undefined) {
      const end = text.indexOf(closing, at + 4);
      return end < 0 ? -1 : end + closing.length;
    }
    // A chunk may end inside "<![CDATA[" or "<!--" itself.
    if (text.length - at < 9 && /^<(?:!(?:\[?C?D?A?T?A?|-)?)?$/.test(text.slice(at))) return -1;
    let quote = 0;
    for (let i = at + 1; i < text.length; i++) {
      const code = text.charCodeAt(i);
      if (quote !== 0) {
        if (code === quote) quote = 0;
      } else if (code === 0x22 || code === 0x27) quote = code;
      else if (code === 0x3e) return i + 1;
      else if (code === 0x3c) throw this.broken('tag');
    }
    return -1;
  }

  private *text(raw: string): Generator<XmlToken> {
    if (this.open.length === 0) {
      if (raw.replace('\uFEFF', '').trim() !== '') throw this.broken('text');
    } else yield { kind: 'text', text: this.decoded(raw) };
    this.countLines(raw);
  }

  private *markup(raw: string): Generator<XmlToken> {
    const second = raw[1];
    if (second === '!') yield* this.declaration(raw);
    else if (second === '/') yield this.close(raw.slice(2, -1).trim());
    else if (second !== '?') yield* this.element(raw);
    this.countLines(raw);
  }

  private *declaration(raw: string): Generator<XmlToken> {
    if (raw.startsWith('<!--')) return;
    if (!raw.startsWith('<![CDATA[')) throw new FatalProblem('xml-doctype-refused', {}, { line: this.line });
    if (this.open.length === 0) throw this.broken('text');
    yield { kind: 'text', text: raw.slice(9, -3) };
  }

  private close(name: string): XmlToken {
    if (this.open.pop() !== name) throw this.broken(name);
    return { kind: 'close', name: localName(name) };
  }

  private *element(raw: string): Generator<XmlToken> {
    const empty = raw.endsWith('/>');
    const inside = raw.slice(1, empty ? -2 : -1);
    const nameEnd = inside.search(/\s/);
    const name = nameEnd < 0 ? inside : inside.slice(0, nameEnd);
    if (!NAME.test(name)) throw this.broken(name.slice(0, 40));
    if (this.open.length === 0 && this.rootSeen) throw this.broken(name);
    this.rootSeen = true;
    if (this.open.length >= LIMITS.nestingDepth)
      throw new FatalProblem('too-deep', { limit: LIMITS.nestingDepth }, { line: this.line });
    const attributes = nameEnd < 0 ? {} : this.attributes(inside, nameEnd);
    yield { kind: 'open', name: localName(name), attributes, line: this.line };
    if (empty) yield { kind: 'close', name: localName(name) };
    else this.open.push(name);
  }

  private attributes(inside: string, start: number): Record<string, string> {
    const attributes: Record<string, string> = Object.create(null);
    let at = start;
    while (at < inside.length && /\s/.test(inside[at] ?? '')) at++;
    while (at < inside.length) {
      ATTRIBUTE.lastIndex = at;
      const match = ATTRIBUTE.exec(inside);
      const key = match?.[1];
      if (!match || key === undefined) throw this.broken('attribute');
      attributes[key] = this.decoded(match[2] ?? match[3] ?? '');
      at = ATTRIBUTE.lastIndex;
    }
    return attributes;
  }

  private decoded(raw: string): string {
    if (!raw.includes('&')) return raw;
    return raw.replace(
      /&(?:#x([\da-fA-F]{1,6})|#(\d{1,7})|([\w.-]*));?/g,
      (whole, hex, decimal, name, offset) => {
        if (!whole.endsWith(';')) throw this.broken('&');
        if (name !== undefined) {
          const value = Object.hasOwn(NAMED, name) ? NAMED[name] : undefined;
          if (value === undefined)
            throw new FatalProblem(
              'xml-unknown-entity',
              { entity: name },
              { line: this.line + linesIn(raw.slice(0, offset)) },
            );
          return value;
        }
        const code = hex !== undefined ? Number.parseInt(hex, 16) : Number(decimal);
        if (code > 0x10ffff || code === 0) throw this.broken('&');
        return String.fromCodePoint(code);
      },
    );
  }

  private countLines(raw: string): void {
    this.line += linesIn(raw);
  }

  private broken(near: string): FatalProblem {
    return new FatalProblem('xml-broken', { near }, { line: this.line });
  }
}

function linesIn(text: string): number {
  let lines = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lines++;
  return lines;
}
