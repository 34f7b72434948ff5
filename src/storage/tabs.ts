/**
 * Two tabs of one workspace. Every tab tells the others what it changes; a new one asks what it has missed, because
 * the others' last changes may not have reached the disk yet.
 */
import * as Y from 'yjs';

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

/** Keeps a document equal in all tabs. Returns the way to stop. */
export function joinTabs(doc: Y.Doc, channelName: string): () => void {
  if (typeof BroadcastChannel === 'undefined') return () => {};
  const channel = new BroadcastChannel(channelName);
  const send = (message: Message): void => channel.postMessage(message);
  const tell = (update: Uint8Array, origin: unknown): void => {
    if (origin !== FROM_TAB) send({ kind: 'update', update });
  };
  channel.onmessage = ({ data }: MessageEvent<unknown>) => {
    if (!isMessage(data)) return;
    if (data.kind === 'update') Y.applyUpdate(doc, data.update, FROM_TAB);
    else send({ kind: 'update', update: Y.encodeStateAsUpdate(doc, data.vector) });
  };
  doc.on('update', tell);
  send({ kind: 'hello', vector: Y.encodeStateVector(doc) });
  return () => {
    doc.off('update', tell);
    channel.close();
  };
}
