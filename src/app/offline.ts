import { registerSW } from 'virtual:pwa-register';
import { addNotice } from '../state/store.ts';

/** Long enough for the map to be drawn first: filling the cache competes with it for the line and the processor. */
const AFTER_START_MS = 5000;

/** Keeps the page and its public layers on the device; a new version announces itself and waits for the user. */
export function keepOffline(): void {
  if (!import.meta.env.PROD) return;
  setTimeout(() => {
    const update = registerSW({
      onNeedRefresh: () => addNotice({ kind: 'update', apply: () => void update(true) }),
    });
  }, AFTER_START_MS);
}
