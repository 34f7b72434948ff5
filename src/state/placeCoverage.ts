import type { Polygon } from 'geojson';
import { LightAndSightClient } from '../analysis/lightAndSight/client.ts';
import {
  type AreaAnswer,
  DEFAULT_SETTINGS,
  type Entry,
  type Report,
} from '../analysis/lightAndSight/question.ts';
import type { City } from '../domain/city.ts';
import type { PlanAreaFeature, PlanFeature } from '../domain/proposal.ts';
import { backgroundByKind, useBackground } from './background.ts';

/** A shape whose light and sight are asked about. */
export interface AskedArea {
  readonly id: string;
  readonly outline: Polygon;
}

interface CoverageQuestion {
  readonly city: City;
  /** The lights, cameras and paths that count. */
  readonly features: readonly PlanFeature[];
  readonly areas: readonly AskedArea[];
}

/** Light and sight of an area, in shares of its surface that together make one. */
export interface Coverage {
  /** Calculated light is enough for people. */
  readonly litShare: number;
  /** All light is known, and it is not enough. */
  readonly darkShare: number;
  /** Not all light that stands here is known to the map. */
  readonly unknownShare: number;
  /** A camera looks here, whatever the light. */
  readonly seenShare: number;
}

/** An answer of the light and sight calculation as the council reads it. */
export function coverageFrom({ together, seen }: Pick<AreaAnswer, 'together' | 'seen'>): Coverage {
  return {
    litShare: together.both + together.lit + together['lit-but-dark-for-camera'],
    darkShare: together.seen + together['seen-but-dark'] + together.neither,
    unknownShare: together['seen-light-unknown'] + together['light-unknown'],
    seenShare: seen.seenShare,
  };
}

const PLACE_KEY = 'council-place-';

/** A place stands in the question as an area of the plan; only its shape matters. */
function areaEntry({ id, outline }: AskedArea, city: City): Entry {
  const name = { sv: id, en: id, fi: id };
  const feature: PlanAreaFeature = {
    type: 'Feature',
    geometry: outline,
    properties: {
      kind: 'area',
      ...{ id: PLACE_KEY + id, name, measureIds: [], namndId: city.boards[0]?.id ?? 'none' },
      ...{ status: 'foreslagen', areaKm2: 1 },
    },
  };
  return { key: PLACE_KEY + id, role: 'both', feature };
}

/**
 * Light and sight of some areas, worked out in a worker of its own. What is not known stays unknown: existing lamps that the
 * map has not been told about are never taken for darkness. @throws when the worker fails
 */
export function askCoverage({ city, features, areas }: CoverageQuestion): Promise<Map<string, Coverage>> {
  const found = new Map<string, Coverage>();
  if (areas.length === 0) return Promise.resolve(found);
  const counted = features.filter(({ properties: { kind } }) => kind !== 'area' && kind !== 'place');
  const entries = [
    ...counted.map((feature): Entry => ({ key: feature.properties.id, role: 'both', feature })),
    ...areas.map((area) => areaEntry(area, city)),
  ];
  const { lamps, paths, buildings } = backgroundByKind(useBackground.getState().parts);
  return new Promise((resolve, reject) => {
    const take = (report: Report): void => {
      if (report.kind !== 'areas') return;
      for (const answer of report.answers)
        if (answer.id.startsWith(PLACE_KEY))
          found.set(answer.id.slice(PLACE_KEY.length), coverageFrom(answer));
    };
    const client = new LightAndSightClient({
      onReport: take,
      onState: (state, detail) => {
        if (state === 'working') return;
        client.stop();
        if (state === 'done') resolve(found);
        else reject(new Error(detail));
      },
    });
    client.ask({
      ground: { proj4: city.metricCrs.proj4, buildings, lamps, paths },
      optics: [],
      entries: new Map(entries.map((entry) => [entry.key, entry])),
      settings: { ...DEFAULT_SETTINGS, drawsIsolux: false },
    });
  });
}
