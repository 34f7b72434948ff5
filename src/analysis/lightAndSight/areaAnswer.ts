/**
 * Question: how much of an area of the plan is lit, seen, both or neither?
 * Method: a grid of at most 20 000 cells; light from the raster, density from the cameras. Units: metres. Cost: O(cells · cameras near).
 */
import type { PlanAreaFeature } from '../../domain/proposal.ts';
import type { Plane } from '../../geometry/plane.ts';
import { type PlanePolygon, polygonAreaSquareMetres } from '../../geometry/ring.ts';
import { areaCoverageOf } from '../sight/areaCoverage.ts';
import { bestDensityOf, TOGETHER_STATES, type TogetherQuestion, togetherOver } from '../sight/together.ts';
import type { Watcher } from '../sight/watcher.ts';
import { polygonsOf } from './ground.ts';
import { scaleOf } from './pathAnswer.ts';
import type { AreaAnswer, Settings } from './question.ts';

const CELLS = 20_000;
const CELL_WIDTHS = [1, 2, 4, 8, 16, 32, 64];

/** The largest part of an area's outline, which is what is judged of one in several parts, and its masks' polygons. */
export const planePolygons = (feature: PlanAreaFeature, plane: Plane): PlanePolygon[] =>
  polygonsOf(feature.geometry, plane);

/** Light and sight over one area; undefined for one without surface. */
export function areaAnswer(
  feature: PlanAreaFeature,
  asked: {
    plane: Plane;
    watchers: readonly Watcher[];
    settings: Settings;
    luxAt: TogetherQuestion['luxAt'];
    litLux: number;
  },
): AreaAnswer | undefined {
  const parts = planePolygons(feature, asked.plane).map((polygon) => ({
    polygon,
    area: polygonAreaSquareMetres(polygon),
  }));
  const whole = parts.reduce((sum, { area }) => sum + area, 0);
  if (!(whole > 0)) return undefined;
  const cellMetres =
    CELL_WIDTHS.find((width) => whole / width ** 2 <= CELLS) ?? (CELL_WIDTHS.at(-1) as number);
  const { settings, watchers } = asked;
  const question: TogetherQuestion = {
    luxAt: asked.luxAt,
    densityAt: bestDensityOf(watchers),
    limits: {
      litLux: asked.litLux,
      cameraLux: settings.cameraLux,
      pixelsPerMetre: settings.seenPixelsPerMetre,
    },
  };
  const judged = parts.map(({ polygon, area }) => {
    const seen = areaCoverageOf(polygon, watchers, { scale: scaleOf(settings.scaleId), cellMetres });
    return { weight: area / whole, seen, together: togetherOver(seen.grid, question) };
  });
  const mean = (of: (part: (typeof judged)[number]) => number | undefined): number =>
    judged.reduce((sum, part) => sum + part.weight * (of(part) ?? 0), 0);
  const most = Math.max(...judged.map(({ seen }) => seen.shareByCameraCount.length));
  return {
    id: feature.properties.id,
    areaSquareMetres: whole,
    cellMetres,
    seen: {
      seenShare: mean(({ seen }) => seen.seenShare),
      shareByLevel: scaleOf(settings.scaleId).levels.map((_, i) => mean(({ seen }) => seen.shareByLevel[i])),
      shareByCameraCount: Array.from({ length: most }, (_, n) =>
        mean(({ seen }) => seen.shareByCameraCount[n]),
      ),
      overlapShare: mean(({ seen }) => seen.overlapShare),
    },
    together: Object.fromEntries(
      TOGETHER_STATES.map((state) => [state, mean(({ together }) => together.shares[state])]),
    ) as AreaAnswer['together'],
  };
}
