import type { CellArea } from '../analysis/hotspots/cellAreas.ts';
import type { Grid } from '../analysis/hotspots/grid.ts';
import type { Gatherings, HotCells, SurfacePattern } from '../analysis/hotspots/patterns.ts';
import type { City } from '../domain/city.ts';
import type { PlanePoint } from '../geometry/plane.ts';
import type { AreaRow } from './areaTable.ts';
import type { CityArea } from './councilAreas.ts';
import { NO_PICTURE, type PatternPicture } from './councilData.ts';
import { planeOfCity } from './plane.ts';

/**
 * One hue in steps of depth, readable on the light and the night map; no red: a neighbourhood is not an alarm.
 * The picture and the legend read the same list.
 */
export const STEP_COLOURS: Readonly<Record<'light' | 'night', readonly string[]>> = {
  light: ['#BBDCE0', '#86BFC8', '#4F9BAB', '#27728A', '#124A66'],
  night: ['#1F4A5C', '#2F7288', '#4B9DB0', '#83C5D0', '#CDEDF0'],
};
export const HIGH_COLOUR: Readonly<Record<'light' | 'night', string>> = {
  light: '#6A3D8F',
  night: '#C7A2E8',
};
export const LOW_COLOUR: Readonly<Record<'light' | 'night', string>> = { light: '#27728A', night: '#83C5D0' };

/** The appearance of the page at the moment. */
export const flavourNow = (): 'light' | 'night' =>
  document.documentElement.dataset.flavour === 'night' ? 'night' : 'light';

/**
 * Round limits of five steps up to a highest value, each about twice the one before: events gather so strongly that even
 * steps would show one spot and nothing else. The first step begins above 0.
 */
export function stepsUpTo(highest: number): number[] {
  if (!(highest > 0)) return [];
  const limits = [16, 8, 4, 2].map((part) => rounded(highest / part));
  return [0, ...new Set(limits)];
}

/** To one and a half figures: 1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6, 8 and their tens. */
function rounded(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value));
  const near = [1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10].reduce((best, step) =>
    Math.abs(step * power - value) < Math.abs(best * power - value) ? step : best,
  );
  return Number((near * power).toPrecision(3));
}

/** Which step a value is in; -1 below the first. */
export function stepOf(value: number, steps: readonly number[]): number {
  if (!(value > 0)) return -1;
  let at = 0;
  while (at + 1 < steps.length && value >= (steps[at + 1] as number)) at++;
  return at;
}

/** A density surface as a picture on the ground. Flat steps, because that is what the legend says. */
export async function surfacePicture(
  { grid, densityPerKm2 }: SurfacePattern,
  steps: readonly number[],
  { city, id }: { readonly city: City; readonly id: string },
): Promise<PatternPicture> {
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [grid.columns, grid.rows];
  const context = canvas.getContext('2d');
  if (!context) return NO_PICTURE;
  const image = context.createImageData(grid.columns, grid.rows);
  const colours = STEP_COLOURS[flavourNow()].map((hex) =>
    [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16)),
  );
  densityPerKm2.forEach((density, cell) => {
    const step = stepOf(density, steps);
    if (step < 0) return;
    // Rows run from the south, pictures from the north.
    const row = grid.rows - 1 - Math.floor(cell / grid.columns);
    const at = 4 * (row * grid.columns + (cell % grid.columns));
    const [red = 0, green = 0, blue = 0] = colours[step] ?? [];
    image.data.set([red, green, blue, step === 0 ? 110 : 205], at);
  });
  context.putImageData(image, 0, 0);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve));
  if (!blob) return NO_PICTURE;
  return {
    overlays: [],
    images: [{ id, url: URL.createObjectURL(blob), corners: cornersOf(grid, city), opacity: 0.85 }],
  };
}

function cornersOf(grid: Grid, city: City): PatternPicture['images'][number]['corners'] {
  const { toLngLat } = planeOfCity(city);
  const [west, south] = [grid.westMetres, grid.southMetres];
  const east = west + grid.columns * grid.cellMetres;
  const north = south + grid.rows * grid.cellMetres;
  return [toLngLat([west, north]), toLngLat([east, north]), toLngLat([east, south]), toLngLat([west, south])];
}

const ringsOf = (rings: readonly (readonly PlanePoint[])[], city: City): number[][][] => {
  const { toLngLat } = planeOfCity(city);
  return rings.map((ring) => ring.map((point) => [...toLngLat(point)]));
};

interface Look {
  readonly colour: string;
  readonly opacity: number;
  readonly widthPixels: number;
  readonly line: 'solid' | 'dashed' | 'dotted';
  readonly label?: string;
}

const areaFeature = ({ rings }: CellArea, city: City, look: Look): GeoJSON.Feature => ({
  type: 'Feature',
  geometry: { type: 'Polygon', coordinates: ringsOf(rings, city) },
  properties: { ...look },
});

const overlay = (id: string, features: GeoJSON.Feature[]): PatternPicture => ({
  overlays: [{ id, data: { type: 'FeatureCollection', features } }],
  images: [],
});

/** Unusual cells: high ones with a solid outline and a letter, low ones dotted with another. */
export function cellsPicture(
  { hot, cold }: HotCells,
  letters: { readonly high: string; readonly low: string },
  { city, id }: { readonly city: City; readonly id: string },
): PatternPicture {
  const flavour = flavourNow();
  const look = (colour: string, letter: string, line: Look['line']): Look => ({
    ...{ colour, line },
    opacity: 0.4,
    widthPixels: 2,
    label: letter,
  });
  return overlay(id, [
    ...cold.map((area) => areaFeature(area, city, look(LOW_COLOUR[flavour], letters.low, 'dotted'))),
    ...hot.map((area) => areaFeature(area, city, look(HIGH_COLOUR[flavour], letters.high, 'solid'))),
  ]);
}

/** Gatherings, numbered as in the list. */
export function gatheringsPicture(
  { gatherings }: Gatherings,
  { city, id }: { readonly city: City; readonly id: string },
): PatternPicture {
  const colour = HIGH_COLOUR[flavourNow()];
  return overlay(
    id,
    gatherings.map(({ area }, i) =>
      areaFeature(area, city, { colour, opacity: 0.3, widthPixels: 2, line: 'dashed', label: `${i + 1}` }),
    ),
  );
}

export const STEP_LETTERS = ['A', 'B', 'C', 'D', 'E'] as const;

/** Areas by their step, each with the step's letter; an area whose number is not shown has an outline only. */
export function areasPicture(
  rows: readonly AreaRow[],
  steps: readonly number[],
  {
    areas,
    measure,
    id,
  }: { readonly areas: readonly CityArea[]; readonly measure: 'count' | 'rate'; readonly id: string },
): PatternPicture {
  const flavour = flavourNow();
  const byId = new Map(areas.map((area) => [area.id, area]));
  const features = rows.flatMap((row): GeoJSON.Feature[] => {
    const area = row.areaId === undefined ? undefined : byId.get(row.areaId);
    if (!area) return [];
    const value = measure === 'rate' ? row.perThousand : row.total;
    const step = value === undefined ? -1 : stepOf(value, steps);
    const colour = step < 0 ? LOW_COLOUR[flavour] : (STEP_COLOURS[flavour][step] ?? LOW_COLOUR[flavour]);
    const look: Look = {
      colour,
      opacity: step < 0 ? 0 : 0.65,
      widthPixels: 1,
      line: value === undefined ? 'dotted' : 'solid',
      ...(step >= 0 && { label: STEP_LETTERS[step] ?? '' }),
    };
    return [
      {
        type: 'Feature',
        geometry: { type: 'MultiPolygon', coordinates: area.outlines.map((polygon) => [...polygon]) },
        properties: { ...look },
      },
    ];
  });
  return overlay(id, features);
}
