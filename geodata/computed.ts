/**
 * Question: what do the public cameras see, and how are the city's stråk lit and seen?
 * Method: the very functions that the planner's desk asks (`analysis/lightAndSight`), run once when the layers are built, over the
 *   published cameras, lights and stråk and the buildings that the city brings, if any. Nothing is told of a camera beyond its
 *   disclosure: only exact ones are seen with; of the others only whether a stråk crosses their square.
 * Units: metres, square metres, lx, shares from 0 to 1.
 */
import { changePlan, livePlan } from '../src/analysis/lightAndSight/livePlan.ts';
import { planSteps } from '../src/analysis/lightAndSight/livePlanSteps.ts';
import {
  type CameraAnswer,
  DEFAULT_SETTINGS,
  type Entry,
  type Ground,
  type Report,
  type StrakAnswer,
} from '../src/analysis/lightAndSight/question.ts';
import type { BackgroundBuilding } from '../src/domain/background.ts';
import type { City } from '../src/domain/city.ts';
import type { CameraView, ComputedFeature, StrakCoverage } from '../src/domain/computed.ts';
import type { PlanFeature } from '../src/domain/proposal.ts';
import type { Draft } from './recipe.ts';
import type { SourceFeature } from './sourceFile.ts';

interface Question {
  readonly city: City;
  /** All drafts of the package, cameras that are not public too. */
  readonly drafts: readonly Draft[];
  readonly buildings: readonly BackgroundBuilding[];
}

const ASKED = new Set(['light', 'camera', 'strak']);
const STANDS = new Set(['byggd', 'i-drift']);

function entryOf({ properties, geometry }: Draft): Entry[] {
  if (!ASKED.has(properties.kind) || !('status' in properties) || properties.status === 'avslutad') return [];
  const feature = { type: 'Feature', properties, geometry } as PlanFeature;
  const role = properties.kind === 'light' && !STANDS.has(properties.status) ? 'after' : 'both';
  return [{ key: properties.id, role, feature }];
}

const isSurface = ({ geometry }: SourceFeature): boolean =>
  geometry.type === 'Polygon' || geometry.type === 'MultiPolygon';

/** The surfaces among source features as buildings; their heights and uses where they state them. */
export const buildingsOf = (features: readonly SourceFeature[]): BackgroundBuilding[] =>
  features.filter(isSurface).map(({ label, properties, geometry }) => {
    const { heightMetres, use } = properties;
    return {
      type: 'Feature',
      properties: {
        kind: 'building',
        id: label,
        use: typeof use === 'string' ? use : 'yes',
        ...(typeof heightMetres === 'number' && heightMetres > 0 && { heightMetres }),
      },
      geometry: geometry as BackgroundBuilding['geometry'],
    };
  });

const groundOf = ({ city, buildings }: Question): Ground => ({
  proj4: city.metricCrs.proj4,
  lamps: [],
  paths: [],
  buildings,
});

function reportsOf(question: Question, entries: readonly Entry[]): Report[] {
  const plan = livePlan(groundOf(question));
  changePlan(plan, { put: entries, drop: [] }, { ...DEFAULT_SETTINGS, drawsIsolux: false });
  return [...planSteps(plan)].flatMap((part) => part ?? []);
}

const share = (value: number): number => Number(value.toFixed(3));
const lux = (value: number): number => Number(value.toFixed(2));

function viewOf({ id, residents, areaSquareMetres, hasBuildings }: CameraAnswer): CameraView[] {
  if (residents.kind !== 'exact' || residents.outlines.length === 0) return [];
  const polygons = residents.outlines.map((outline) => [
    [...outline, ...outline.slice(0, 1)].map(([lng, lat]) => [lng, lat]),
  ]);
  const [only = [], ...others] = polygons;
  return [
    {
      type: 'Feature',
      properties: {
        kind: 'camera-view',
        id: `synfalt-${id}`,
        cameraId: id,
        areaSquareMetres: Math.round(areaSquareMetres),
        hasBuildings,
      },
      geometry:
        others.length > 0
          ? { type: 'MultiPolygon', coordinates: polygons }
          : { type: 'Polygon', coordinates: only },
    },
  ];
}

function coverageOf(
  answer: StrakAnswer,
  asked: {
    readonly feature: PlanFeature;
    readonly nearCameraShare: number;
    readonly hasBuildings: boolean;
    readonly hasCameras: boolean;
  },
): StrakCoverage[] {
  if (asked.feature.geometry.type !== 'LineString') return [];
  const { together, thresholdLux, light, residents } = answer;
  const known = light.both && light.both.lampCount > 0 ? light.both.figures : null;
  if (known === null && !asked.hasCameras) return [];
  return [
    {
      type: 'Feature',
      properties: {
        kind: 'strak-coverage',
        id: `tackning-${answer.id}`,
        strakId: answer.id,
        ...(known && {
          light: {
            meanLux: lux(known.meanHorizontal),
            minimumLux: lux(known.minimumHorizontal),
            litLux: thresholdLux,
          },
        }),
        litShare: share(together.both + together.lit + together['lit-but-dark-for-camera']),
        seenShare: share(residents.seenShare),
        bothShare: share(together.both),
        lightUnknownShare: share(together['light-unknown'] + together['seen-light-unknown']),
        nearCameraShare: share(asked.nearCameraShare),
        hasBuildings: asked.hasBuildings,
      },
      geometry: asked.feature.geometry,
    },
  ];
}

const straksIn = (reports: readonly Report[]): StrakAnswer[] =>
  reports.flatMap((part) => (part.kind === 'straks' ? part.answers : []));

/** The views of all public cameras and a statement for each stråk, by id. Empty where the city has neither. */
export function computedFeatures(question: Question): ComputedFeature[] {
  const all = question.drafts.flatMap(entryOf);
  const isPublic = ({ feature: { properties } }: Entry): boolean =>
    properties.kind !== 'camera' || properties.disclosure === 'exact';
  const open = all.filter(isPublic);
  const hasBuildings = question.buildings.length > 0;
  const hasCameras = all.some(({ feature }) => {
    const { properties } = feature;
    return properties.kind === 'camera' && properties.disclosure !== 'secret';
  });
  // Once with the public cameras alone; of the others only what their squares tell enters, by a run of its own.
  const reports = reportsOf(question, open);
  const general = straksIn(open.length === all.length ? reports : reportsOf(question, all));
  const nearOf = new Map(general.map(({ id, residents }) => [id, residents.nearCameraShare]));
  const views = reports.flatMap((part) => (part.kind === 'cameras' ? part.answers.flatMap(viewOf) : []));
  const features = new Map(open.map(({ key, feature }) => [key, feature]));
  const statements = straksIn(reports).flatMap((answer) => {
    const feature = features.get(answer.id);
    const nearCameraShare = nearOf.get(answer.id) ?? 0;
    return feature ? coverageOf(answer, { feature, nearCameraShare, hasBuildings, hasCameras }) : [];
  });
  return [...views, ...statements].sort((a, b) => (a.properties.id < b.properties.id ? -1 : 1));
}
