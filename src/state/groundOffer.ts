import { useMemo } from 'react';
import type { StreetsManifest } from '../domain/streets.ts';
import { chooseGround, type Ground, groundOf, groundsOf, hostsOf, useKnownGrounds } from './basemap.ts';
import { type Keeping, keepStreets, useKeeping } from './keepStreets.ts';

/** The choice of ground as a legend offers it; with one ground there is nothing to choose. */
export interface GroundOffer {
  readonly grounds: readonly Ground[];
  readonly ground: Ground;
  readonly streets: StreetsManifest | null;
  /** Whose server an online map asks, by name and host. */
  readonly online: { readonly title: string; readonly hosts: readonly string[] } | null;
  readonly keeping: Keeping;
  readonly onChoose: (ground: Ground) => void;
  readonly onKeep: () => void;
}

export function useGroundOffer(): GroundOffer {
  const known = useKnownGrounds();
  const keeping = useKeeping((state) => state.keeping);
  return useMemo(() => {
    const { onlineMap, streets } = known;
    return {
      grounds: groundsOf(known),
      ground: groundOf(known),
      streets: streets?.manifest ?? null,
      online: onlineMap ? { title: onlineMap.title, hosts: hostsOf(onlineMap) } : null,
      keeping,
      onChoose: chooseGround,
      onKeep: keepStreets,
    };
  }, [known, keeping]);
}
