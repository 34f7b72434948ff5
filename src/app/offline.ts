import { registerSW } from 'virtual:pwa-register';
import { addNotice } from '../state/store.ts';

/** Keeps the page and its public layers on the device; a new version announces itself and waits for the user. */
export function keepOffline(): void {
  if (!import.meta.env.PROD) return;
  const update = registerSW({
    onNeedRefresh: () => addNotice({ kind: 'update', apply: () => void update(true) }),
  });
}
