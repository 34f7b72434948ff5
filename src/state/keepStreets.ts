import { create } from 'zustand';
import { groundOf, type Streets, useGrounds } from './basemap.ts';
import { useOpen } from './store.ts';

/** The caches that the service worker answers from; its rules for them stand in the build's configuration. */
const TILES_CACHE = 'street-tiles';
const DATA_CACHE = 'streets';
/** So small a map is kept without asking. */
const UNASKED_BYTES = 8_000_000;
/** The page and its map come first. */
const AFTER_START_MS = 8000;
const PROGRESS_STEP = 0.02;

/** Whether the street map is on this device; `impossible` where a browser keeps nothing. */
export type Keeping =
  | { readonly kind: 'unknown' | 'impossible' | 'absent' | 'kept' | 'failed' }
  | { readonly kind: 'saving'; readonly share: number };

export const useKeeping = create<{ readonly keeping: Keeping }>(() => ({ keeping: { kind: 'unknown' } }));
const set = (keeping: Keeping): void => useKeeping.setState({ keeping });

const addressOf = (streets: Streets, file: string): string =>
  new URL(streets.folder + file, document.baseURI).href;

/** Looks whether these streets are kept, forgets those of older extracts, and keeps a small map without asking. */
export async function watchKeeping(streets: Streets): Promise<void> {
  if (!import.meta.env.PROD || !('caches' in globalThis) || !('serviceWorker' in navigator)) {
    set({ kind: 'impossible' });
    return;
  }
  try {
    await forgetOthers(streets);
    const tiles = await caches.open(TILES_CACHE);
    const isKept = (await tiles.match(addressOf(streets, streets.manifest.tiles.file))) !== undefined;
    set({ kind: isKept ? 'kept' : 'absent' });
  } catch {
    set({ kind: 'impossible' });
    return;
  }
  setTimeout(() => {
    if (useKeeping.getState().keeping.kind === 'absent' && mayKeepUnasked(streets)) void keepStreets();
  }, AFTER_START_MS);
}

function mayKeepUnasked(streets: Streets): boolean {
  const { connection } = navigator as Navigator & { connection?: { readonly saveData?: boolean } };
  const isShown = groundOf({ ...useOpen.getState().config, ...useGrounds.getState() }) === 'streets';
  return isShown && connection?.saveData !== true && streets.manifest.tiles.bytes <= UNASKED_BYTES;
}

/** Puts the whole street map on the device, so that it works without a network. Trouble is a state, not an error. */
export async function keepStreets(): Promise<void> {
  const { streets } = useGrounds.getState();
  if (!streets || useKeeping.getState().keeping.kind === 'saving') return;
  set({ kind: 'saving', share: 0 });
  const { manifest } = streets;
  try {
    const data = await caches.open(DATA_CACHE);
    await data.add(addressOf(streets, 'manifest.json'));
    await data.add(addressOf(streets, manifest.addresses.file));
    await keepTiles(addressOf(streets, manifest.tiles.file), manifest.tiles.bytes);
    set({ kind: 'kept' });
  } catch {
    await caches.open(TILES_CACHE).then((tiles) => tiles.delete(addressOf(streets, manifest.tiles.file)));
    set({ kind: 'failed' });
  }
}

/** The archive must lie there whole: parts of a file cannot be kept, and a whole one answers for every part. */
async function keepTiles(address: string, bytes: number): Promise<void> {
  // Past the browser's own cache: a host that compresses would have the whole file and its ranges mixed up there.
  const response = await fetch(address, { cache: 'no-store' });
  if (response.status !== 200 || !response.body) throw new Error(String(response.status));
  let got = 0;
  let said = 0;
  const counted = response.body.pipeThrough(
    new TransformStream<Uint8Array, Uint8Array>({
      transform: (chunk, controller) => {
        got += chunk.byteLength;
        if (got / bytes > said + PROGRESS_STEP) {
          said = got / bytes;
          set({ kind: 'saving', share: Math.min(1, said) });
        }
        controller.enqueue(chunk);
      },
    }),
  );
  const headers = new Headers(response.headers);
  headers.delete('content-encoding');
  headers.set('content-length', String(bytes));
  await (await caches.open(TILES_CACHE)).put(address, new Response(counted, { headers }));
  if (got !== bytes) throw new Error(`${got} of ${bytes} bytes`);
}

/** An older extract's files would only take room. */
async function forgetOthers(streets: Streets): Promise<void> {
  const { tiles, addresses, background } = streets.manifest;
  const current = [tiles.file, addresses.file, 'manifest.json', `${background.folder}/`].map((file) =>
    addressOf(streets, file),
  );
  for (const name of [TILES_CACHE, DATA_CACHE]) {
    const cache = await caches.open(name);
    for (const request of await cache.keys())
      if (!current.some((address) => request.url.startsWith(address))) await cache.delete(request);
  }
}
