import { holdsPoint } from '../analysis/hotspots/areaOfPoints.ts';
import { type CellArea, cellAreas } from '../analysis/hotspots/cellAreas.ts';
import { roundedCount } from '../analysis/hotspots/disclosureLevel.ts';
import type { Grid } from '../analysis/hotspots/grid.ts';
import type { SurfacePattern } from '../analysis/hotspots/patterns.ts';
import type { Origin } from '../domain/hotspot.ts';
import type { PlanePoint } from '../geometry/plane.ts';
import { centroidOf, polygonAreaSquareMetres } from '../geometry/ring.ts';
import type { Atlas } from './atlas.ts';
import { cityAreas } from './councilAreas.ts';
import { addPlace } from './councilPapers.ts';
import type { PatternResult } from './patternRun.ts';
import { planeOfCity } from './plane.ts';
import { useOpen } from './store.ts';

/** A place that an analysis points at: coarse, and without a name of its own. */
export interface FoundPlace {
  readonly outline: readonly (readonly [lng: number, lat: number])[];
  readonly squareMetres: number;
  /** The neighbourhood that its middle lies in. */
  readonly near: string | undefined;
  /** As it may be shown; undefined where the method counts none. */
  readonly events: number | undefined;
}

/** Shares of the highest density that a place must reach. */
const DENSE_SHARE = 0.5;

/** The places that a result points at, the largest or fullest first. */
export function foundPlaces(atlas: Atlas, { answer, level }: PatternResult): FoundPlace[] {
  const placeOf = placeMaker(atlas);
  switch (answer.kind) {
    case 'cells':
      return answer.pattern.hot.flatMap((area) => placeOf(area, undefined));
    case 'gatherings':
      return answer.pattern.gatherings.flatMap(({ area, weight }) =>
        placeOf(area, roundedCount(Math.round(weight), level)),
      );
    case 'density':
      return denseAreas(answer.pattern, level.finestCellMetres).flatMap((area) => placeOf(area, undefined));
    case 'areas':
    case 'too-few':
      return [];
  }
}

/** Where the surface is at least half as high as at its highest, in coarse cells fixed to the plane. */
function denseAreas({ grid, densityPerKm2, highestPerKm2 }: SurfacePattern, cellMetres: number): CellArea[] {
  const westMetres = Math.floor(grid.westMetres / cellMetres) * cellMetres;
  const southMetres = Math.floor(grid.southMetres / cellMetres) * cellMetres;
  const coarse: Grid = {
    ...{ westMetres, southMetres, cellMetres },
    columns: Math.ceil((grid.westMetres + grid.columns * grid.cellMetres - westMetres) / cellMetres),
    rows: Math.ceil((grid.southMetres + grid.rows * grid.cellMetres - southMetres) / cellMetres),
  };
  const isDense = new Uint8Array(coarse.columns * coarse.rows);
  densityPerKm2.forEach((density, cell) => {
    if (!(density >= DENSE_SHARE * highestPerKm2)) return;
    const east = grid.westMetres + ((cell % grid.columns) + 0.5) * grid.cellMetres;
    const north = grid.southMetres + (Math.floor(cell / grid.columns) + 0.5) * grid.cellMetres;
    const column = Math.floor((east - westMetres) / cellMetres);
    isDense[Math.floor((north - southMetres) / cellMetres) * coarse.columns + column] = 1;
  });
  return cellAreas(coarse, (cell) => isDense[cell] === 1);
}

function placeMaker(atlas: Atlas) {
  const { toLngLat } = planeOfCity(atlas.city);
  const areas = cityAreas(atlas, useOpen.getState().layers).filter(({ kind }) => kind === 'neighbourhood');
  return ({ rings }: CellArea, events: number | undefined): FoundPlace[] => {
    const [outer] = rings;
    const middle = outer && centroidOf(outer);
    if (!outer || !middle) return [];
    const [lng, lat] = toLngLat(middle);
    const near = areas.find(({ outlines }) => holdsPoint(outlines, lng, lat))?.name;
    const outline = outer.map((point: PlanePoint) => {
      const [east, north] = toLngLat(point);
      // Five decimals are a metre: more would only pretend.
      return [Number(east.toFixed(5)), Number(north.toFixed(5))] as const;
    });
    return [{ outline, squareMetres: polygonAreaSquareMetres([outer]), near, events }];
  };
}

const METHOD_NAMES = { density: 'density', cells: 'getis-ord', gatherings: 'clusters' } as const;

/** Makes a found place the council's own, with where it came from; answers the new place's id. */
export function keepFoundPlace({ outline }: FoundPlace, result: PatternResult, name: string): string {
  const { answer, dataSet, settings, n, level } = result;
  const period = settings.period ?? dataSet.period;
  const origin: Origin =
    (answer.kind === 'density' || answer.kind === 'cells' || answer.kind === 'gatherings') && period
      ? {
          kind: 'analysis',
          method: METHOD_NAMES[answer.kind],
          dataSetId: dataSet.id,
          period,
          n: roundedCount(Math.round(n), level) ?? 0,
        }
      : { kind: 'drawn' };
  return addPlace(origin, [
    { kind: 'name', text: name },
    {
      kind: 'outline',
      outline: { type: 'Polygon', coordinates: [outline.map(([lng, lat]) => [lng, lat])] },
    },
  ]);
}
