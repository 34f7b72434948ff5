/**
 * Question: what does one camera of the plan see, how well, in what light, and whose homes are in its picture?
 * Method: with height, tilt and pixels the full optics (`cameraSight.ts`); else a plain sector whose density stays unknown.
 *   Where it sees but has too little light is found on a grid of about 4 000 cells over its view.
 * Units: metres, square metres, lx. Cost: a sweep for each level, and O(cells).
 */
import type { PlanCameraFeature } from '../../domain/proposal.ts';
import { gridBearingOf } from '../../geometry/bearing.ts';
import type { PlanePoint } from '../../geometry/plane.ts';
import type { PlaneBox, PlanePolygon } from '../../geometry/ring.ts';
import { gridOver } from '../sight/areaCoverage.ts';
import { type CameraSight, cameraSightOf } from '../sight/cameraSight.ts';
import { cellOutlines } from '../sight/cellOutlines.ts';
import { type DisclosedCamera, publicGeometryOf } from '../sight/disclosure.ts';
import { blindZoneMetres, groundRangeMetres } from '../sight/footprint.ts';
import { type Optics, opticsOfFieldOfView, opticsOfLens } from '../sight/optics.ts';
import { recordFactsOf } from '../sight/privacy.ts';
import { sectorSightOf } from '../sight/sectorSight.ts';
import { maskedAreaOf } from '../sight/unionArea.ts';
import { type Watcher, watcherOf, watcherOfSweep } from '../sight/watcher.ts';
import { DWELLING, lngLatOf, type PlaneGround, UNKNOWN } from './ground.ts';
import { scaleOf } from './pathAnswer.ts';
import {
  type CameraAnswer,
  OPTICS_FIELDS,
  type OpticsField,
  type Outline,
  type Settings,
} from './question.ts';

/** A camera with its view worked out; without a watcher where it cannot stand. */
export interface KeptCamera {
  readonly feature: PlanCameraFeature;
  readonly masks: readonly PlanePolygon[];
  readonly sight: CameraSight | null;
  readonly watcher: Watcher | null;
  readonly outlines: PlanePoint[][];
  readonly box: PlaneBox | null;
  readonly answer: Omit<CameraAnswer, 'dark' | 'darkSquareMetres' | 'lightUnknownSquareMetres'>;
}

/** Sensitive places this near are named in the camera's record. */
const NEAR_PLACE_METRES = 50;

const missingFields = ({ properties }: PlanCameraFeature): OpticsField[] =>
  OPTICS_FIELDS.filter((field) => properties[field] === undefined);

/** The optics that the camera states: sensor and lens, else the field of view with the picture's own shape (16:9 unless stated). */
function opticsOf({ properties }: PlanCameraFeature): Optics | null {
  const { sensorWidthMillimetres, sensorHeightMillimetres, focalLengthMillimetres } = properties;
  const { horizontalPixels, verticalPixels, fieldOfViewDegrees } = properties;
  if (horizontalPixels === undefined) return null;
  const share = verticalPixels === undefined ? 9 / 16 : verticalPixels / horizontalPixels;
  if (sensorWidthMillimetres !== undefined && focalLengthMillimetres !== undefined)
    return opticsOfLens({
      sensorWidthMillimetres,
      sensorHeightMillimetres: sensorHeightMillimetres ?? sensorWidthMillimetres * share,
      focalLengthMillimetres,
      widthPixels: horizontalPixels,
    });
  const half = Math.min(fieldOfViewDegrees, 170) * (Math.PI / 360);
  return opticsOfFieldOfView({
    horizontalDegrees: fieldOfViewDegrees,
    verticalDegrees:
      fieldOfViewDegrees <= 90
        ? (Math.atan(Math.tan(half) * share) * 360) / Math.PI
        : fieldOfViewDegrees * share,
    widthPixels: horizontalPixels,
  });
}

interface CameraQuestion {
  readonly ground: PlaneGround;
  readonly settings: Settings;
  readonly masks: readonly PlanePolygon[];
}

const lngLatsOf = (ground: PlaneGround, outlines: readonly (readonly PlanePoint[])[]): Outline[] =>
  outlines.map((outline) => outline.map(ground.plane.toLngLat));

/** Works out a camera's view. */
export function keepCamera(feature: PlanCameraFeature, question: CameraQuestion): KeptCamera {
  const { ground, settings, masks } = question;
  const { properties, geometry } = feature;
  const optics = opticsOf(feature);
  const { heightMetres, tiltDegrees } = properties;
  if (optics === null || heightMetres === undefined || tiltDegrees === undefined)
    return sector(feature, question);
  const at = lngLatOf(geometry.coordinates);
  const sight = cameraSightOf(
    ground.obstacles,
    {
      at: ground.plane.toPlane(at),
      bearingDegrees: gridBearingOf(ground.plane, at, properties.bearingDegrees),
      heightMetres,
      tiltDegrees,
      optics,
    },
    { scale: scaleOf(settings.scaleId), rangeMetres: properties.rangeMetres },
  );
  if (sight.kind === 'inside-building') return refused(feature);
  const watcher = watcherOf(properties.id, sight, masks);
  const { shape, mount } = sight;
  return {
    feature,
    masks,
    sight,
    watcher,
    outlines: shape.outlines,
    box: watcher.box,
    answer: {
      ...common(feature, question, { watcher, outlines: shape.outlines }),
      kind: 'zones',
      missing: [],
      movedMetres: sight.movedMetres,
      zones: sight.zones.map(({ levelId, pixelsPerMetre, outlines, areaSquareMetres }) => ({
        levelId,
        pixelsPerMetre,
        rangeMetres:
          areaSquareMetres > 0
            ? Math.min(groundRangeMetres(mount, pixelsPerMetre), properties.rangeMetres)
            : 0,
        areaSquareMetres,
        outlines: lngLatsOf(ground, outlines),
      })),
      blindMetres: blindZoneMetres(mount),
      ...privacyOf(sight, question),
      areaSquareMetres: shape.areaSquareMetres,
    },
  };
}

function privacyOf(sight: CameraSight, { ground, masks }: CameraQuestion) {
  const facts = recordFactsOf(sight, {
    obstacles: ground.obstacles,
    masks,
    privateGround: [],
    places: ground.places,
    dwellingCategory: DWELLING,
    radiusMetres: NEAR_PLACE_METRES,
  });
  const known = facts.exposed.filter(({ place }) => place.category !== UNKNOWN);
  return {
    maskedSquareMetres: facts.maskedSquareMetres,
    near: facts.near
      .filter(({ place }) => place.category !== UNKNOWN && place.category !== DWELLING)
      .map(({ place, distanceMetres }) => ({
        id: place.id,
        name: ground.names.get(place.id) ?? '',
        category: place.category,
        distanceMetres,
      })),
    exposedBuildings: known.length,
    exposedDwellings: facts.exposedDwellings,
    facadeMetres: facts.exposed.reduce((sum, { facadeMetres }) => sum + facadeMetres, 0),
    unknownUse: facts.exposed.length - known.length,
  };
}

const NO_PRIVACY = {
  maskedSquareMetres: 0,
  near: [],
  exposedBuildings: 0,
  exposedDwellings: 0,
  facadeMetres: 0,
  unknownUse: 0,
};

function common(
  { properties }: PlanCameraFeature,
  { ground }: CameraQuestion,
  seen: { watcher: Watcher; outlines: DisclosedCamera['outlines'] },
) {
  const { id, disclosure } = properties;
  const shown = publicGeometryOf({ disclosure, ...seen });
  const residents = shown.kind === 'exact' ? shown.outlines : shown.kind === 'area' ? [shown.outline] : [];
  return {
    id,
    disclosure,
    outlines: lngLatsOf(ground, seen.outlines),
    hasBuildings: ground.obstacles.index.edgeCount > 0,
    residents: { kind: shown.kind, outlines: lngLatsOf(ground, residents) },
  };
}

/** A camera of which only direction, width and range are known. */
function sector(feature: PlanCameraFeature, question: CameraQuestion): KeptCamera {
  const { ground, masks } = question;
  const { properties, geometry } = feature;
  const sight = sectorSightOf(ground.obstacles, ground.plane, {
    lngLat: lngLatOf(geometry.coordinates),
    bearingDegrees: properties.bearingDegrees,
    fieldOfViewDegrees: properties.fieldOfViewDegrees,
    rangeMetres: properties.rangeMetres,
    ...(properties.heightMetres !== undefined && { heightMetres: properties.heightMetres }),
  });
  if (sight.kind === 'inside-building') return refused(feature);
  const watcher = watcherOfSweep(properties.id, sight.sweep, masks);
  const { outlines, areaSquareMetres } = sight.shape;
  return {
    feature,
    masks,
    sight: null,
    watcher,
    outlines,
    box: watcher.box,
    answer: {
      ...common(feature, question, { watcher, outlines }),
      ...NO_PRIVACY,
      maskedSquareMetres: masks.length > 0 ? maskedAreaOf(sight.shape, masks).maskedSquareMetres : 0,
      kind: 'sector',
      missing: missingFields(feature),
      movedMetres: sight.movedMetres,
      zones: [],
      blindMetres: null,
      areaSquareMetres,
    },
  };
}

function refused(feature: PlanCameraFeature): KeptCamera {
  const { id, disclosure } = feature.properties;
  return {
    feature,
    masks: [],
    sight: null,
    watcher: null,
    outlines: [],
    box: null,
    answer: {
      ...NO_PRIVACY,
      id,
      disclosure,
      kind: 'inside-building',
      missing: [],
      movedMetres: 0,
      outlines: [],
      zones: [],
      blindMetres: null,
      areaSquareMetres: 0,
      hasBuildings: true,
      residents: { kind: 'nothing', outlines: [] },
    },
  };
}

/** About so many cells cover a view when its light is judged. */
const CELLS = 4_000;
const CELL_WIDTHS = [0.5, 1, 2, 4, 8];

/** The whole answer, with where the camera has too little light. `luxAt` gives undefined for unknown light. */
export function cameraAnswer(
  { answer, outlines, watcher }: KeptCamera,
  asked: { ground: PlaneGround; cameraLux: number; luxAt: (point: PlanePoint) => number | undefined },
): CameraAnswer {
  if (watcher === null || asked.cameraLux <= 0)
    return { ...answer, dark: [], darkSquareMetres: 0, lightUnknownSquareMetres: 0 };
  const cellMetres =
    CELL_WIDTHS.find((width) => answer.areaSquareMetres / width ** 2 <= CELLS) ??
    (CELL_WIDTHS.at(-1) as number);
  let [dark, unknown] = [0, 0];
  const darkOutlines: PlanePoint[][] = [];
  for (const outline of outlines) {
    const grid = gridOver([outline], cellMetres);
    const state = new Uint8Array(grid.inside.length);
    for (let cell = 0; cell < state.length; cell += 1) {
      if (grid.inside[cell] !== 1) continue;
      const lux = asked.luxAt([
        grid.west + ((cell % grid.columns) + 0.5) * cellMetres,
        grid.south + (Math.floor(cell / grid.columns) + 0.5) * cellMetres,
      ]);
      if (lux === undefined) unknown += 1;
      else if (lux < asked.cameraLux) {
        dark += 1;
        state[cell] = 1;
      }
    }
    darkOutlines.push(...cellOutlines(grid, (cell) => state[cell] === 1));
  }
  return {
    ...answer,
    dark: lngLatsOf(asked.ground, darkOutlines),
    darkSquareMetres: dark * cellMetres ** 2,
    lightUnknownSquareMetres: unknown * cellMetres ** 2,
  };
}
