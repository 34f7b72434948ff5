/**
 * Question: what of a proposal may the city's public data contain, and what will then be public?
 * Method: only the schema's public properties are copied, name by name; each camera is published as its disclosure
 * says. exact: its point. area: a square of a fixed grid of the plane, the same for every camera in it, without name,
 * bearing or stråk: it tells no more than that the square has a camera. secret: nothing, not even that it exists.
 * Units: metres in the city's plane; the grid starts at the plane's origin, so that it does not depend on the camera.
 */
import type { Polygon, Position } from 'geojson';
import type { PlanCameraFeature, PlanFeature } from '../domain/proposal.ts';
import type { Provenance } from '../domain/provenance.ts';
import type { LocalText } from '../domain/text.ts';
import type { Plane } from '../geometry/plane.ts';
import { effectiveFeatures, type Plan } from './apply.ts';
import { cameraRecords } from './checks/cameraRecords.ts';
import { withoutMeasure } from './checks/withoutMeasure.ts';
import type { Finding } from './finding.ts';
import { lngLatOf } from './measure.ts';

export const DISCLOSED_SQUARE_METRES = 250;

export interface PublishQuestion extends Plan {
  readonly plane: Plane;
  /** Said about everything that was drawn in the proposal. */
  readonly provenance: Provenance;
  /** What a square with a camera is called in public. */
  readonly squareName: LocalText;
  readonly knownMeasureIds: ReadonlySet<string>;
}

/** A file for the city's data folder. */
export interface PublishedFile {
  readonly name: string;
  readonly text: string;
}

export interface Publication {
  /** Empty while anything blocks. */
  readonly files: readonly PublishedFile[];
  readonly blockers: readonly Finding[];
  readonly summary: {
    readonly published: Readonly<Record<string, number>>;
    readonly camerasExact: readonly string[];
    readonly camerasAsArea: readonly string[];
    /** For the planner's eyes: it is in no file. */
    readonly camerasSecret: readonly string[];
    readonly withdrawn: readonly string[];
  };
}

const PUBLIC_KEYS = {
  area: ['areaKm2', 'population', 'reading'],
  strak: ['lengthMetres'],
  light: ['strakId', 'heightMetres', 'fluxLumens'],
  camera: ['strakId', 'bearingDegrees', 'fieldOfViewDegrees', 'rangeMetres', 'disclosure'],
  place: ['category'],
} as const satisfies Record<PlanFeature['properties']['kind'], readonly string[]>;
const COMMON_KEYS = ['kind', 'id', 'name', 'measureIds', 'namndId', 'status'] as const;

function publicFeature(feature: PlanFeature, drawnHere: Provenance): PlanFeature {
  const values = feature.properties as Readonly<Record<string, unknown>>;
  const keys = [...COMMON_KEYS, ...PUBLIC_KEYS[feature.properties.kind]];
  const properties = Object.fromEntries(
    keys.filter((key) => values[key] !== undefined).map((key) => [key, values[key]]),
  );
  const provenance = feature.properties.provenance ?? drawnHere;
  return {
    type: 'Feature',
    geometry: feature.geometry,
    properties: { ...properties, provenance },
  } as PlanFeature;
}

/** The grid square that a camera is generalised to. */
export function disclosedSquare(camera: PlanCameraFeature, plane: Plane): { id: string; geometry: Polygon } {
  const at = plane.toPlane(lngLatOf(camera.geometry.coordinates));
  const [column, row] = [
    Math.floor(at[0] / DISCLOSED_SQUARE_METRES),
    Math.floor(at[1] / DISCLOSED_SQUARE_METRES),
  ];
  const corner = (right: number, up: number): Position => [
    ...plane.toLngLat([(column + right) * DISCLOSED_SQUARE_METRES, (row + up) * DISCLOSED_SQUARE_METRES]),
  ];
  const ring = [corner(0, 0), corner(1, 0), corner(1, 1), corner(0, 1), corner(0, 0)];
  const signed = (value: number): string => (value < 0 ? `m${-value}` : `${value}`);
  return {
    id: `kameraruta-${signed(column)}-${signed(row)}`,
    geometry: { type: 'Polygon', coordinates: [ring] },
  };
}

function squares(cameras: readonly PlanCameraFeature[], question: PublishQuestion): PlanFeature[] {
  const found = new Map<string, PlanFeature>();
  for (const camera of cameras) {
    const { id, geometry } = disclosedSquare(camera, question.plane);
    const { measureIds, namndId, status } = camera.properties;
    const known = found.get(id);
    const together = [...new Set([...(known?.properties.measureIds ?? []), ...measureIds])].sort();
    const areaKm2 = (DISCLOSED_SQUARE_METRES / 1000) ** 2;
    const properties = {
      kind: 'area',
      id,
      name: question.squareName,
      measureIds: together,
      areaKm2,
    } as const;
    found.set(id, {
      type: 'Feature',
      geometry,
      properties: {
        ...properties,
        namndId: known?.properties.namndId ?? namndId,
        status: known?.properties.status ?? status,
        provenance: question.provenance,
      },
    });
  }
  return [...found.values()];
}

const isCamera = (feature: PlanFeature): feature is PlanCameraFeature => feature.properties.kind === 'camera';

/** Turns a proposal into the files that its publication consists of, or says what stands in the way. */
export function publish(question: PublishQuestion): Publication {
  const { proposal, city, provenance } = question;
  const touched = effectiveFeatures(question).filter(
    ({ properties: { id } }) => proposal.added[id] || proposal.changed[id],
  );
  const blockers = [
    ...withoutMeasure(touched, question.knownMeasureIds),
    ...cameraRecords(touched).filter(({ severity }) => severity === 'error'),
  ];
  const cameras = touched.filter(isCamera);
  const shown = (disclosure: PlanCameraFeature['properties']['disclosure']): PlanCameraFeature[] =>
    cameras.filter(({ properties }) => properties.disclosure === disclosure);
  const features = [
    ...touched.filter((feature) => !isCamera(feature) || feature.properties.disclosure === 'exact'),
  ].map((feature) => publicFeature(feature, provenance));
  features.push(...squares(shown('area'), question));

  const hidden = new Set([...shown('area'), ...shown('secret')].map(({ properties }) => properties.id));
  const withdrawn = [...city.keys()].filter((id) => proposal.removed[id] || hidden.has(id));
  const published: Record<string, number> = {};
  for (const { properties } of features) published[properties.kind] = (published[properties.kind] ?? 0) + 1;
  return {
    files: blockers.length > 0 ? [] : filesOf(features, withdrawn),
    blockers,
    summary: {
      published,
      camerasExact: shown('exact').map(({ properties }) => properties.id),
      camerasAsArea: shown('area').map(({ properties }) => properties.id),
      camerasSecret: shown('secret').map(({ properties }) => properties.id),
      withdrawn,
    },
  };
}

function filesOf(features: readonly PlanFeature[], withdrawn: readonly string[]): PublishedFile[] {
  // Sorted by id, so that the order in the file does not tell which cameras were drawn near each other in time.
  const sorted = [...features].sort((a, b) => (a.properties.id < b.properties.id ? -1 : 1));
  const kinds = [...new Set(sorted.map(({ properties }) => properties.kind))].sort();
  const text = (value: unknown): string => `${JSON.stringify(value, null, 1)}\n`;
  return [
    ...kinds.map((kind) => ({
      name: `${kind}.geojson`,
      text: text({
        type: 'FeatureCollection',
        features: sorted.filter(({ properties }) => properties.kind === kind),
      }),
    })),
    { name: 'withdrawn.json', text: text([...withdrawn].sort()) },
  ];
}
