import { create } from 'zustand';
import { type Streets, useGrounds } from './basemap.ts';
import type { StreetFinding } from './streetSearch.ts';

interface Known {
  /** Looks in the street extract; null until its index has been made, and where there are no streets. */
  readonly find: ((words: string) => readonly StreetFinding[]) | null;
}

/** The streets, houses and places that the offline search knows beside the package. */
export const useAddresses = create<Known>(() => ({ find: null }));

let asked: Streets | null = null;

/** Fetches the addresses when somebody begins to search, once. A failure is tried again with the next search. */
export function wantAddresses(): void {
  const { streets } = useGrounds.getState();
  if (!streets || asked === streets) return;
  asked = streets;
  load(streets).then(
    (find) => useAddresses.setState({ find }),
    () => {
      asked = null;
    },
  );
}

async function load({ folder, manifest }: Streets): Promise<Known['find']> {
  const response = await fetch(folder + manifest.addresses.file);
  if (!response.ok) throw new Error(String(response.status));
  const [{ readAddresses }, { streetSearcherOf }] = await Promise.all([
    import('../exchange/streets/client.ts'),
    import('./streetSearch.ts'),
  ]);
  return streetSearcherOf(await readAddresses(await response.arrayBuffer()));
}
