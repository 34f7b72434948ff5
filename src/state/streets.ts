import * as v from 'valibot';
import { StreetsManifestSchema } from '../domain/streets.ts';
import { streetsFound } from './basemap.ts';
import { watchKeeping } from './keepStreets.ts';
import { addNotice } from './store.ts';
import { followBackground } from './streetBackground.ts';

/** Reads what the build says is there. Without a network, or with a file that is not ours, the overview stays. */
export async function openStreets(folder: string): Promise<void> {
  const response = await fetch(`${folder}manifest.json`).catch(() => null);
  if (!response?.ok) return;
  const manifest = v.safeParse(StreetsManifestSchema, await response.json().catch(() => null));
  if (manifest.success) {
    const streets = { folder, manifest: manifest.output };
    streetsFound(streets);
    followBackground();
    void watchKeeping(streets);
  } else addNotice({ kind: 'basemap', detail: `${folder}manifest.json: ${manifest.issues[0].message}` });
}
