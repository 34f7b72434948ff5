/** Results as the map draws them: each overlay is made anew only when what it shows has changed. */

import { scaleOf } from '../analysis/lightAndSight/pathAnswer.ts';
import type {
  AreaAnswer,
  CameraAnswer,
  IsoluxAnswer,
  Outline,
  Report,
  Settings,
  StrakAnswer,
} from '../analysis/lightAndSight/question.ts';
import type { LngLat } from '../geometry/plane.ts';

/** What of the results is laid on the map. */
export interface ShownResults {
  readonly glow: boolean;
  readonly isolux: boolean;
  readonly gaps: boolean;
  readonly zones: boolean;
  readonly dark: boolean;
  /** Cameras as everybody may see them, in place of the zones. */
  readonly residents: boolean;
}

export interface ResultOverlay {
  readonly id: string;
  readonly data: GeoJSON.FeatureCollection;
}
export interface ResultImage {
  readonly id: string;
  readonly pixels: ImageData;
  readonly corners: readonly [LngLat, LngLat, LngLat, LngLat];
  readonly opacity: number;
}

export interface Answers {
  readonly straks: Readonly<Record<string, StrakAnswer>>;
  readonly cameras: Readonly<Record<string, CameraAnswer>>;
  readonly areas: Readonly<Record<string, AreaAnswer>>;
  readonly isolux: Readonly<Record<string, IsoluxAnswer>>;
}

interface Manner {
  readonly shown: ShownResults;
  readonly settings: Settings;
}

type Look = Readonly<Record<string, string | number | undefined>>;

const feature = (geometry: GeoJSON.Geometry, properties: Look): GeoJSON.Feature => ({
  type: 'Feature',
  geometry,
  properties: { ...properties },
});
const surface = (outline: Outline, look: Look): GeoJSON.Feature => {
  const ring = outline.map(([lng, lat]) => [lng, lat]);
  return feature({ type: 'Polygon', coordinates: [[...ring, ...ring.slice(0, 1)]] }, look);
};
const line = (points: Outline, look: Look): GeoJSON.Feature =>
  feature({ type: 'LineString', coordinates: points.map(([lng, lat]) => [lng, lat]) }, look);

/** The further from red the better: red is kept for errors. Day and night. */
const COLOURS = {
  light: {
    gap: '#3B1F6E',
    unknown: '#505E78',
    zone: '#1F5FA8',
    dark: '#16233A',
    isolux: '#6B3A08',
    shown: '#2E7D4F',
  },
  night: {
    gap: '#C9A8FF',
    unknown: '#A9B6CE',
    zone: '#7FB0F2',
    dark: '#EEF2FA',
    isolux: '#FFE9BE',
    shown: '#6FCB93',
  },
} as const;

const metres = (value: number): string => `${Math.round(value)} m`;

function gapFeatures({ straks }: Answers, { settings }: Manner): GeoJSON.Feature[] {
  const colours = COLOURS[settings.flavour];
  return Object.values(straks).flatMap(({ id, light }) => {
    const chosen = light[settings.lightCase];
    if (!chosen) return [];
    return [
      ...chosen.gaps.map((gap, i) =>
        line(gap.line, {
          id: `gap-${id}-${i}`,
          colour: colours.gap,
          widthPixels: 6,
          line: 'solid',
          label: metres(gap.lengthMetres),
        }),
      ),
      ...chosen.unknownStretches.map((stretch, i) =>
        line(stretch.line, {
          id: `unknown-${id}-${i}`,
          colour: colours.unknown,
          widthPixels: 4,
          line: 'dotted',
        }),
      ),
    ];
  });
}

function isoluxFeatures({ isolux }: Answers, { settings }: Manner): GeoJSON.Feature[] {
  const colour = COLOURS[settings.flavour].isolux;
  return Object.values(isolux).flatMap(({ key, lines }) => {
    const labelled = new Set<number>();
    return lines.map(({ levelLux, points }, i) => {
      // One label for each amount and square, on a line long enough to carry it.
      const carries = !labelled.has(levelLux) && points.length > 12;
      if (carries) labelled.add(levelLux);
      return line(points, {
        id: `isolux-${key}-${i}`,
        colour,
        widthPixels: levelLux >= 5 ? 1.5 : 1,
        ...(carries && { label: `${String(levelLux).replace('.', ',')} lx` }),
      });
    });
  });
}

function zoneFeatures({ cameras }: Answers, { shown, settings }: Manner): GeoJSON.Feature[] {
  const colours = COLOURS[settings.flavour];
  if (shown.residents)
    return Object.values(cameras).flatMap(({ id, residents }) =>
      residents.outlines.map((outline, i) =>
        surface(outline, {
          id: `shown-${id}-${i}`,
          colour: colours.shown,
          opacity: 0.18,
          widthPixels: 2,
          line: residents.kind === 'area' ? 'dashed' : 'solid',
        }),
      ),
    );
  const levels = scaleOf(settings.scaleId).levels.length;
  return Object.values(cameras).flatMap(({ id, kind, outlines, zones }) =>
    kind === 'zones'
      ? zones.flatMap(({ levelId, outlines: parts }, level) =>
          parts.map((outline, i) =>
            surface(outline, {
              id: `zone-${id}-${levelId}-${i}`,
              colour: colours.zone,
              opacity: 0.1 + (0.16 * level) / levels,
              widthPixels: level === 0 ? 1.5 : 0.75,
            }),
          ),
        )
      : outlines.map((outline, i) =>
          surface(outline, {
            id: `zone-${id}-${i}`,
            colour: colours.zone,
            opacity: 0.14,
            widthPixels: 1.5,
            line: 'dashed',
          }),
        ),
  );
}

function darkFeatures({ cameras }: Answers, { settings }: Manner): GeoJSON.Feature[] {
  const colour = COLOURS[settings.flavour].dark;
  return Object.values(cameras).flatMap(({ id, dark }) =>
    dark.map((outline, i) =>
      surface(outline, { id: `dark-${id}-${i}`, colour, opacity: 0.28, widthPixels: 1.5, line: 'dotted' }),
    ),
  );
}

const KINDS = [
  {
    id: 'sight-zones',
    parts: ['cameras'],
    isOn: (shown: ShownResults) => shown.zones || shown.residents,
    draw: zoneFeatures,
  },
  {
    id: 'sight-dark',
    parts: ['cameras'],
    isOn: (shown: ShownResults) => shown.dark && !shown.residents,
    draw: darkFeatures,
  },
  {
    id: 'light-isolux',
    parts: ['isolux'],
    isOn: (shown: ShownResults) => shown.isolux,
    draw: isoluxFeatures,
  },
  { id: 'light-gaps', parts: ['straks'], isOn: (shown: ShownResults) => shown.gaps, draw: gapFeatures },
] as const;

const collection = (features: GeoJSON.Feature[]): GeoJSON.FeatureCollection => ({
  type: 'FeatureCollection',
  features,
});

/** The overlays without anything on them: the map keeps its layers from the start. */
export const NOTHING_DRAWN: readonly ResultOverlay[] = KINDS.map(({ id }) => ({ id, data: collection([]) }));

const madeFrom = new WeakMap<ResultOverlay, readonly unknown[]>();

/** The overlays of all answers; those whose parts did not change are the ones from before. */
export function drawnAnswers(
  answers: Answers,
  manner: Manner,
  before: readonly ResultOverlay[],
): readonly ResultOverlay[] {
  const { shown, settings } = manner;
  const next = KINDS.map(({ id, parts, isOn, draw }, i): ResultOverlay => {
    const from: readonly unknown[] = [
      isOn(shown),
      shown.residents,
      settings.flavour,
      settings.lightCase,
      settings.scaleId,
      ...(isOn(shown) ? parts.map((part) => answers[part]) : []),
    ];
    const old = before[i];
    const known = old && madeFrom.get(old);
    if (old && known && known.length === from.length && known.every((part, k) => part === from[k]))
      return old;
    const overlay = { id, data: collection(isOn(shown) ? draw(answers, manner) : []) };
    madeFrom.set(overlay, from);
    return overlay;
  });
  return next.every((overlay, i) => overlay === before[i]) ? before : next;
}

/** Takes new squares into the pictures, and those gone out of them. */
export function tileImages(held: Map<string, ResultImage>, report: Extract<Report, { kind: 'tiles' }>): void {
  for (const key of report.gone) held.delete(key);
  for (const { key, corners, pixels, sidePixels } of report.tiles)
    held.set(key, {
      id: `glow-${key.replaceAll('/', '_')}`,
      pixels: new ImageData(pixels, sidePixels, sidePixels),
      corners,
      opacity: 1,
    });
}
