import { create } from 'zustand';
import type {
  BackgroundBuilding,
  BackgroundCamera,
  BackgroundFeature,
  BackgroundLamp,
  BackgroundPath,
} from '../domain/background.ts';

/** A set of background features from one place: a file the user opened, or a tile of the street extract. */
export interface BackgroundPart {
  /** Where it comes from, in plain words: a file's name, or whose data. */
  readonly title: string;
  /** Must be shown wherever the part is drawn or used. */
  readonly attribution?: string;
  readonly features: readonly BackgroundFeature[];
}

interface Background {
  readonly parts: Readonly<Record<string, BackgroundPart>>;
}

/** What lies around the plans, on this device only. Never stored, never published. */
export const useBackground = create<Background>(() => ({ parts: {} }));

/** Lays a part under the plans, in place of one with the same id. */
export function putBackground(partId: string, part: BackgroundPart): void {
  useBackground.setState(({ parts }) => ({ parts: { ...parts, [partId]: part } }));
}

export function dropBackground(partId: string): void {
  useBackground.setState(({ parts }) => {
    const { [partId]: _dropped, ...rest } = parts;
    return { parts: rest };
  });
}

/** Puts these parts in place of all whose ids begin so, as one change: whoever computes with them computes once. */
export function replaceBackground(prefix: string, fresh: Background['parts']): void {
  useBackground.setState(({ parts }) => {
    const others = Object.entries(parts).filter(([id]) => !id.startsWith(prefix));
    return { parts: { ...Object.fromEntries(others), ...fresh } };
  });
}

/** Everything around the plans by kind, each object once however many parts hold it. */
export interface BackgroundByKind {
  readonly paths: readonly BackgroundPath[];
  readonly buildings: readonly BackgroundBuilding[];
  readonly lamps: readonly BackgroundLamp[];
  readonly cameras: readonly BackgroundCamera[];
}

const sorted = new WeakMap<Background['parts'], BackgroundByKind>();

/** The parts' features by kind; the same parts give the same answer by identity. O(n), once per change. */
export function backgroundByKind(parts: Background['parts']): BackgroundByKind {
  const known = sorted.get(parts);
  if (known) return known;
  const once = new Map<string, BackgroundFeature>();
  for (const part of Object.values(parts))
    for (const feature of part.features)
      once.set(`${feature.properties.kind}/${feature.properties.id}`, feature);
  const all = [...once.values()];
  const answer: BackgroundByKind = {
    paths: all.filter((feature): feature is BackgroundPath => feature.properties.kind === 'path'),
    buildings: all.filter((feature): feature is BackgroundBuilding => feature.properties.kind === 'building'),
    lamps: all.filter((feature): feature is BackgroundLamp => feature.properties.kind === 'lamp'),
    cameras: all.filter((feature): feature is BackgroundCamera => feature.properties.kind === 'camera'),
  };
  sorted.set(parts, answer);
  return answer;
}
