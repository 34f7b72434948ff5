/**
 * Two tabs of one workspace. Every tab tells the others what it changes; a new one asks what it has missed, because
 * the others' last changes may not have reached the disk yet.
 */
import * as Y from 'yjs';
import { breathe } from './pieces.ts';

/** Marks a change that came from another tab. */
export const FROM_TAB = Symbol('from another tab');

type Message =
  | { readonly kind: 'update'; readonly update: Uint8Array }
  | { readonly kind: 'hello'; readonly vector: Uint8Array };

const isMessage = (data: unknown): data is Message => {
  if (typeof data !== 'object' || data === null || !('kind' in data)) return false;
  return data.kind === 'update'
    ? 'update' in data && data.update instanceof Uint8Array
    : data.kind === 'hello' && 'vector' in data && data.vector instanceof Uint8Array;
};

/** What this tab is to the others. */
export interface Tabs {
  /** Tells nobody anything until `release`. */
  hold(): void;
  /** Tells what has happened since `hold`; with `instead`, that update in place of all those. */
  release(instead?: Uint8Array): Promise<void>;
  leave(): void;
}

const ALONE: Tabs = { hold() {}, async release() {}, leave() {} };

/** Keeps a document equal in all tabs. */
export function joinTabs(doc: Y.Doc, channelName: string): Tabs {
  if (typeof BroadcastChannel === 'undefined') return ALONE;
  const channel = new BroadcastChannel(channelName);
  let waiting: Message[] | null = null;
  let isHolding = false;
  const send = (message: Message): void => {
    if (waiting) waiting.push(message);
    else channel.postMessage(message);
  };
  const flush = (count = Number.POSITIVE_INFINITY): void => {
    for (const message of waiting?.splice(0, count) ?? []) channel.postMessage(message);
  };
  const tell = (update: Uint8Array, origin: unknown): void => {
    if (origin !== FROM_TAB) send({ kind: 'update', update });
  };
  /** Tabs that asked while we held: they are answered when all is in. */
  const askers: Uint8Array[] = [];
  const answer = (vector: Uint8Array): void =>
    send({ kind: 'update', update: Y.encodeStateAsUpdate(doc, vector) });
  channel.onmessage = ({ data }: MessageEvent<unknown>) => {
    if (!isMessage(data)) return;
    if (data.kind === 'update') Y.applyUpdate(doc, data.update, FROM_TAB);
    else if (isHolding) askers.push(data.vector);
    else answer(data.vector);
  };
  doc.on('update', tell);
  send({ kind: 'hello', vector: Y.encodeStateVector(doc) });
  return {
    hold() {
      isHolding = true;
      waiting ??= [];
    },
    async release(instead) {
      isHolding = false;
      if (instead) waiting = [{ kind: 'update', update: instead }];
      for (const vector of askers.splice(0)) answer(vector);
      // what is told meanwhile queues behind: the others hear of everything in the order it was made
      while (waiting && waiting.length > 0) {
        flush(1);
        await breathe();
      }
      waiting = null;
    },
    leave() {
      doc.off('update', tell);
      flush();
      waiting = null;
      channel.close();
    },
  };
}
