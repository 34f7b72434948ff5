/** A drawn feature near where the user pressed. */
export interface Candidate {
  readonly id: string;
  readonly geometry: 'point' | 'line' | 'area';
  /** From the press to the feature on the screen; 0 when the press is on it. */
  readonly distancePixels: number;
  readonly areaKm2?: number;
}

/** The layers whose features answer to a press, by how they are aimed at. Names answer like what they name. */
export const ANSWERING: Readonly<Record<Candidate['geometry'], readonly string[]>> = {
  point: ['place', 'place-label', 'camera', 'light-disc', 'light-illustrative'],
  line: ['strak-gap', 'strak-label', 'ghost-line', 'ghost-label'],
  area: ['area-fill', 'area-label', 'area-label-edge'],
};

/** How near a press must be, by what is pressed with. A finger needs a target of 44 pixels. */
export const REACH_PIXELS = { finger: 22, mouse: 8 } as const;
/** A line is thin: half the reach of a point. */
const LINE_SHARE = 0.5;

/**
 * The feature the user meant: points over lines over areas, then the nearest, then the smallest.
 * @returns its id, or null when nothing is near enough
 */
export function pickOf(candidates: readonly Candidate[], reachPixels: number): string | null {
  const reach = { point: reachPixels, line: reachPixels * LINE_SHARE, area: 0 } as const;
  const rank = { point: 0, line: 1, area: 2 } as const;
  const [best] = candidates
    .filter(({ geometry, distancePixels }) => distancePixels <= reach[geometry])
    .sort(
      (a, b) =>
        rank[a.geometry] - rank[b.geometry] ||
        a.distancePixels - b.distancePixels ||
        (a.areaKm2 ?? 0) - (b.areaKm2 ?? 0),
    );
  return best?.id ?? null;
}

type ScreenPoint = readonly [x: number, y: number];

/** What picking needs of a map: where things are drawn. */
export interface Screen {
  project(lngLat: ScreenPoint): ScreenPoint;
  /** Drawn features of some layers that touch a box given by two corners. */
  query(
    box: readonly [[number, number], [number, number]],
    layers: readonly string[],
  ): readonly { readonly properties: Record<string, unknown>; readonly geometry: GeoJSON.Geometry }[];
}

/** Every answering feature within reach of a press. */
export function candidatesNear(screen: Screen, [x, y]: ScreenPoint, reachPixels: number): Candidate[] {
  const within = (pixels: number, geometry: Candidate['geometry']) =>
    screen.query(
      [
        [x - pixels, y - pixels],
        [x + pixels, y + pixels],
      ],
      ANSWERING[geometry],
    );
  const idOf = (properties: Record<string, unknown>): string => String(properties.id);
  const onIt = new Set(within(1, 'point').map(({ properties }) => idOf(properties)));
  const lineReach = reachPixels * LINE_SHARE;
  return [
    ...within(reachPixels, 'point').map(({ properties, geometry }): Candidate => {
      const id = idOf(properties);
      const [lng = 0, lat = 0] = geometry.type === 'Point' ? geometry.coordinates : [];
      const [px, py] = screen.project([lng, lat]);
      return { id, geometry: 'point', distancePixels: onIt.has(id) ? 0 : Math.hypot(px - x, py - y) };
    }),
    ...within(lineReach, 'line').map(
      ({ properties }): Candidate => ({ id: idOf(properties), geometry: 'line', distancePixels: lineReach }),
    ),
    ...within(0.5, 'area').map(
      ({ properties }): Candidate => ({
        id: idOf(properties),
        geometry: 'area',
        distancePixels: 0,
        areaKm2: Number(properties.areaKm2 ?? 0),
      }),
    ),
  ];
}
