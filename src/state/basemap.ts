import { useMemo } from 'react';
import { create } from 'zustand';
import type { StreetsManifest } from '../domain/streets.ts';
import type { Config } from './config.ts';
import { useOpen } from './store.ts';

/** What may lie below everything. `configured` is the one the deployer names in the configuration. */
export type Ground = 'overview' | 'streets' | 'configured' | 'online';

/** The basemap of a scene; streets also say how far they reach and where their licence stands. */
export type ChosenBasemap =
  | Exclude<Config['basemap'], { kind: 'pmtiles' }>
  | (Extract<Config['basemap'], { kind: 'pmtiles' }> & {
      readonly attributionUrl?: string;
      readonly bounds?: StreetsManifest['bounds'];
    });

/** The city's own streets, as the streets command made them. */
export interface Streets {
  readonly folder: string;
  readonly manifest: StreetsManifest;
}

interface Grounds {
  /** Null where no street extract was built in, and until its manifest has been read. */
  readonly streets: Streets | null;
  /** What the user chose in this session; null follows the deployer. Never in the address, never stored. */
  readonly chosen: Ground | null;
}

export const useGrounds = create<Grounds>(() => ({ streets: null, chosen: null }));

/** The folder that the build found streets in; absence is normal, and then nothing is asked for. */
export function streetsFolder(): string | null {
  return document.querySelector('meta[name="streets"]')?.getAttribute('content') ?? null;
}

export function streetsFound(streets: Streets): void {
  useGrounds.setState({ streets });
}

export function chooseGround(chosen: Ground): void {
  useGrounds.setState({ chosen });
}

export type Known = Pick<Config, 'basemap' | 'onlineMap'> & Grounds;

/** The grounds a user can choose between, the plainest first. */
export function groundsOf({ basemap, onlineMap, streets }: Known): Ground[] {
  return [
    'overview',
    ...(streets ? (['streets'] as const) : []),
    ...(basemap.kind === 'overview' ? [] : (['configured'] as const)),
    ...(onlineMap ? (['online'] as const) : []),
  ];
}

/** The ground in force: the user's choice while it is there, else the deployer's, else streets where there are any. */
export function groundOf(known: Known): Ground {
  if (known.chosen && groundsOf(known).includes(known.chosen)) return known.chosen;
  if (known.basemap.kind !== 'overview') return 'configured';
  return known.streets ? 'streets' : 'overview';
}

/** Whose data the streets are, and how old. */
export const creditOfStreets = ({ attribution, extractDate }: StreetsManifest): string =>
  `${attribution} (ODbL)${extractDate === undefined ? '' : `, ${extractDate}`}`;

/** The ground in force as the map takes it. */
export function basemapOf(known: Known): ChosenBasemap {
  const { basemap, onlineMap, streets } = known;
  switch (groundOf(known)) {
    case 'streets': {
      if (!streets) return { kind: 'overview' };
      const { manifest, folder } = streets;
      return {
        kind: 'pmtiles',
        url: folder + manifest.tiles.file,
        attribution: creditOfStreets(manifest),
        attributionUrl: manifest.attributionUrl,
        bounds: manifest.bounds,
      };
    }
    case 'online':
      return onlineMap
        ? { kind: 'style', url: onlineMap.styleUrl, attribution: onlineMap.attribution }
        : { kind: 'overview' };
    case 'configured':
      return basemap;
    case 'overview':
      return { kind: 'overview' };
  }
}

/** Everything a choice of ground follows from; the same value until a part of it changes. */
export function useKnownGrounds(): Known {
  const { basemap, onlineMap } = useOpen((state) => state.config);
  const { streets, chosen } = useGrounds();
  return useMemo(
    () => ({ basemap, ...(onlineMap && { onlineMap }), streets, chosen }),
    [basemap, onlineMap, streets, chosen],
  );
}

/** The basemap that a room's scene shows: the same value until something about it changes. */
export function useBasemap(): ChosenBasemap {
  const known = useKnownGrounds();
  return useMemo(() => basemapOf(known), [known]);
}

/** Servers that learn of a user who turns the online map on. */
export function hostsOf({ styleUrl, origins = [] }: NonNullable<Config['onlineMap']>): string[] {
  return [...new Set([styleUrl, ...origins].map((url) => new URL(url).host))];
}
