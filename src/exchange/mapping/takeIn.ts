/**
 * Question: what does a file become in a plan, when the user has said what its features are?
 * Method: a feature of our own comes back as it was; every other one is parted into points, lines and areas, and each
 * part becomes what was chosen for its shape, with the values that the mapping finds in its fields.
 * Units: metres of the city's plane for lengths and areas. Complexity: linear in the positions.
 */
import type { LineString, MultiPolygon, Point, Polygon } from 'geojson';
import type { BackgroundFeature } from '../../domain/background.ts';
import type { Bounds } from '../../domain/city.ts';
import type { Disclosure } from '../../domain/feature.ts';
import type { PlanFeature, PlanKind } from '../../domain/proposal.ts';
import { areaInPlaneSquareMetres, lengthInPlaneMetres } from '../../geometry/measure.ts';
import type { Plane } from '../../geometry/plane.ts';
import type { ImportedFeature, ImportProblem, PropertyValue, Where } from '../importResult.ts';
import type { Pace } from '../pace.ts';
import { applyMapping, type MappedValues } from './apply.ts';
import { ownFeature } from './ownFeature.ts';
import { isOutside, lngLatOf, type Part, partsOf, sameFeature } from './parts.ts';
import type { FieldMapping } from './suggest.ts';
import type { Uses } from './uses.ts';

export interface TakeIn {
  readonly uses: Uses;
  readonly mapping: FieldMapping | null;
  /** Where the features without a mapping have their name. */
  readonly nameField?: string;
  /** Features that this application has exported come back as they were, whatever the uses say. */
  readonly keepOwn: boolean;
  readonly includeOutside: boolean;
  readonly surroundings: Bounds;
  readonly links: { readonly measureIds: readonly string[]; readonly namndId: string };
  readonly disclosure: Disclosure;
  readonly priceItemIds: Readonly<Partial<Record<PlanKind, string>>>;
  readonly plane: Plane;
  readonly newId: () => string;
  /** What a feature without a name is called. */
  readonly nameOf: (kind: PlanKind, nth: number) => string;
  /** What the plan has under an id, removed or not. */
  readonly existing: (id: string) => PlanFeature | undefined;
}

export interface TakenIn {
  readonly features: readonly PlanFeature[];
  readonly background: readonly BackgroundFeature[];
  /** Values that could not be read, and shapes that could not be used. */
  readonly problems: readonly ImportProblem[];
  /** Left because the user said so, or because they lie outside. */
  readonly leftCount: number;
  readonly outsideCount: number;
  /** Our own features that the plan has already, exactly so. */
  readonly alreadyThereCount: number;
  /** Cameras that no field gave a direction: they look north. */
  readonly withoutBearingCount: number;
}

/** A camera that the file says nothing of: until somebody aims it. */
const ASSUMED_CAMERA = { bearingDegrees: 0, fieldOfViewDegrees: 60, rangeMetres: 30 } as const;

/** Metres or square metres: what is smaller is a point drawn twice, or a line drawn as an area. */
const LEAST = 0.01;

/** A line or an area costs nothing by itself: what is done along it does. */
const FREE = { priceSek: 0 } as const;

/** Turns what a file holds into features of a plan and things to lay under it. */
export function takeIn(features: readonly ImportedFeature[], question: TakeIn): TakenIn {
  const taker = new Taker(question);
  for (const feature of features) taker.take(feature);
  return taker.result;
}

/** As `takeIn`, with pauses in which the page answers. @throws AbortError when the pace says that it is cancelled */
export async function takeInPaced(
  features: readonly ImportedFeature[],
  question: TakeIn,
  pace: Pace,
): Promise<TakenIn> {
  const taker = new Taker(question);
  for (const [nth, feature] of features.entries()) {
    taker.take(feature);
    const pause = pace.step(nth / features.length);
    if (pause) await pause;
  }
  return taker.result;
}

class Taker {
  readonly #question: TakeIn;
  readonly #nth: Record<PlanKind, number> = { area: 0, strak: 0, light: 0, camera: 0, place: 0 };
  readonly result = {
    features: [] as PlanFeature[],
    background: [] as BackgroundFeature[],
    problems: [] as ImportProblem[],
    leftCount: 0,
    outsideCount: 0,
    alreadyThereCount: 0,
    withoutBearingCount: 0,
  };
  constructor(question: TakeIn) {
    this.#question = question;
  }

  take(feature: ImportedFeature): void {
    const { includeOutside, surroundings, keepOwn } = this.#question;
    if (!includeOutside && isOutside(feature.geometry, surroundings)) {
      this.result.outsideCount++;
      return;
    }
    const own = keepOwn ? ownFeature(feature) : undefined;
    if (own) this.#takeOwn(own);
    else for (const part of partsOf(feature.geometry)) this.#takePart(part, feature);
  }

  #takeOwn(own: PlanFeature): void {
    const known = this.#question.existing(own.properties.id);
    if (known && sameFeature(known, own)) this.result.alreadyThereCount++;
    else if (known)
      this.result.features.push({
        ...own,
        properties: { ...own.properties, id: this.#question.newId() },
      } as PlanFeature);
    else this.result.features.push(own);
  }

  #takePart(geometry: Part, { properties, where }: ImportedFeature): void {
    const { uses, mapping } = this.#question;
    const use =
      geometry.type === 'Point' ? uses.point : geometry.type === 'LineString' ? uses.line : uses.area;
    if (use === 'leave') {
      this.result.leftCount++;
      return;
    }
    const mapped = geometry.type === 'Point' && mapping ? applyMapping({ properties, where }, mapping) : null;
    if (mapped) this.result.problems.push(...mapped.problems);
    const values = mapped?.values ?? this.#named(properties);
    if (use.startsWith('known-')) this.#layUnder(geometry, values);
    else if (geometry.type === 'Point') this.#addPoint(geometry, values, where);
    else if (geometry.type === 'LineString') this.#addLine(geometry, values, where);
    else this.#addArea(geometry, values, where);
  }

  #named(properties: ImportedFeature['properties']): MappedValues {
    const { nameField } = this.#question;
    const value: PropertyValue | undefined =
      nameField !== undefined && Object.hasOwn(properties, nameField) ? properties[nameField] : undefined;
    return typeof value === 'string' || typeof value === 'number' ? { name: String(value) } : {};
  }

  #common(kind: PlanKind, values: MappedValues, where: Where) {
    const { links, newId, nameOf, priceItemIds } = this.#question;
    const nth = ++this.#nth[kind];
    const name = values.name?.trim().slice(0, 200) || nameOf(kind, nth);
    const priceItemId = priceItemIds[kind];
    return {
      id: newId(),
      name: { sv: name, en: name, fi: name },
      measureIds: [...links.measureIds],
      namndId: links.namndId,
      status: 'foreslagen' as const,
      note: values.note?.slice(0, 2000) || origin(where),
      ...(priceItemId !== undefined && { priceItemId }),
    };
  }

  #addPoint(geometry: Point, values: MappedValues, where: Where): void {
    const { name: _name, note: _note, ...numbers } = values;
    if (this.#question.uses.point === 'light') {
      const properties = { kind: 'light', ...this.#common('light', values, where), ...numbers } as const;
      this.result.features.push({ type: 'Feature', geometry, properties });
      return;
    }
    if (values.bearingDegrees === undefined) this.result.withoutBearingCount++;
    const properties = {
      kind: 'camera',
      ...this.#common('camera', values, where),
      ...ASSUMED_CAMERA,
      ...numbers,
      disclosure: this.#question.disclosure,
    } as const;
    this.result.features.push({ type: 'Feature', geometry, properties });
  }

  #addLine(geometry: LineString, values: MappedValues, where: Where): void {
    const lengthMetres = lengthInPlaneMetres(this.#question.plane, geometry.coordinates.map(lngLatOf));
    if (!(lengthMetres > LEAST)) this.#broken(where);
    else {
      const properties = {
        kind: 'strak',
        ...this.#common('strak', values, where),
        lengthMetres: Math.round(lengthMetres * 100) / 100,
        ...FREE,
      } as const;
      this.result.features.push({ type: 'Feature', geometry, properties });
    }
  }

  #addArea(geometry: Polygon | MultiPolygon, values: MappedValues, where: Where): void {
    const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
    const squareMetres = polygons.reduce(
      (sum, rings) =>
        sum +
        areaInPlaneSquareMetres(
          this.#question.plane,
          rings.map((ring) => ring.map(lngLatOf)),
        ),
      0,
    );
    if (!(squareMetres > LEAST)) this.#broken(where);
    else {
      const properties = {
        kind: 'area',
        ...this.#common('area', values, where),
        areaKm2: squareMetres / 1e6,
        ...FREE,
      } as const;
      this.result.features.push({ type: 'Feature', geometry, properties });
    }
  }

  #broken(where: Where): void {
    this.result.problems.push({ severity: 'skipped', code: 'geometry-broken', params: {}, where });
  }

  #layUnder(geometry: Part, values: MappedValues): void {
    const common = { id: this.#question.newId(), ...(values.name && { name: values.name }) };
    const height = values.heightMetres !== undefined && { heightMetres: values.heightMetres };
    const { background } = this.result;
    if (geometry.type === 'LineString')
      background.push({
        type: 'Feature',
        geometry,
        properties: { kind: 'path', ...common, way: 'path', lit: 'unknown' },
      });
    else if (geometry.type !== 'Point')
      background.push({
        type: 'Feature',
        geometry,
        properties: { kind: 'building', ...common, use: 'yes' },
      });
    else if (this.#question.uses.point === 'known-lamp')
      background.push({ type: 'Feature', geometry, properties: { kind: 'lamp', ...common, ...height } });
    else
      background.push({
        type: 'Feature',
        geometry,
        properties: {
          kind: 'camera',
          ...common,
          ...height,
          ...(values.bearingDegrees !== undefined && { bearingDegrees: values.bearingDegrees }),
          ...(values.fieldOfViewDegrees !== undefined && { fieldOfViewDegrees: values.fieldOfViewDegrees }),
        },
      });
  }
}

/** Where an imported feature came from, for its note: "lampor.csv: 12". */
const origin = ({ file, layer, row, feature, line }: Where): string => {
  const place = row ?? feature ?? line;
  return [file, layer, place].filter((part) => part !== undefined && part !== '').join(': ');
};
