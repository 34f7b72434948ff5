/** What is asked of light and sight together: plain values that can be sent to a worker. */
import type { BackgroundBuilding, BackgroundLamp, BackgroundPath } from '../../domain/background.ts';
import type { Disclosure } from '../../domain/feature.ts';
import type { PlanFeature } from '../../domain/proposal.ts';
import type { LngLat } from '../../geometry/plane.ts';
import type { Judged, LightFigures, PClass } from '../light/lightClass.ts';
import type { LightCase, PathLight, PathShortfall } from '../light/pathLight.ts';
import type { DensityScale } from '../sight/densityLevels.ts';
import type { TogetherState } from '../sight/together.ts';

/** What stands around the plan; changes seldom. */
export interface Ground {
  /** The city's metric plane. */
  readonly proj4: string;
  readonly buildings: readonly BackgroundBuilding[];
  readonly lamps: readonly BackgroundLamp[];
  readonly paths: readonly BackgroundPath[];
}

/**
 * In which state of the city a feature exists: `before` only as it is today (the plan changes or removes it), `both`
 * today and in the plan, `after` only in the plan.
 */
export type Role = 'before' | 'both' | 'after';

/** One feature of the question. A feature that the plan changes is there twice: as it stands and as it would be. */
export interface Entry {
  /** The feature's id, and for `before` one of its own. */
  readonly key: string;
  readonly role: Role;
  readonly feature: PlanFeature;
}

/** What has changed since the last question. */
export interface EntryChange {
  readonly put: readonly Entry[];
  readonly drop: readonly string[];
}

/** Whether somebody has listed all the light that stands here: only the planner can know. */
export type ExistingKnowledge = 'unknown' | 'listed';

export interface Settings {
  readonly existing: ExistingKnowledge;
  /** Which lamps are drawn on the map and counted where light and sight meet. */
  readonly lightCase: LightCase;
  readonly wanted: Readonly<Record<string, PClass>>;
  readonly judged: Judged;
  readonly scaleId: DensityScale['id'];
  /** Least density that counts as seen; 0 takes any. */
  readonly seenPixelsPerMetre: number;
  /** Least light that a camera needs. */
  readonly cameraLux: number;
  /** Areas of the plan that a camera blacks out, by camera. */
  readonly masks: Readonly<Record<string, readonly string[]>>;
  readonly drawsIsolux: boolean;
  readonly flavour: 'light' | 'night';
}

/** The class of a path that nobody has chosen one for: an ordinary path of little traffic. */
export const DEFAULT_CLASS: PClass = 'P4';
/** Width taken for a stråk whose width nobody has stated. */
export const DEFAULT_WIDTH_METRES = 3;
/** A camera that states nothing is taken to need this much light for a picture in colour. */
export const DEFAULT_CAMERA_LUX = 1;

export const DEFAULT_SETTINGS: Settings = {
  existing: 'unknown',
  lightCase: 'both',
  wanted: {},
  judged: 'ground',
  scaleId: 'iec-62676-4-2025',
  seenPixelsPerMetre: 0,
  cameraLux: DEFAULT_CAMERA_LUX,
  masks: {},
  drawsIsolux: true,
  flavour: 'light',
};

/** A light distribution of the user's own, as its file says it. */
export interface OpticFile {
  readonly id: string;
  readonly text: string;
}

export interface StretchAnswer {
  readonly startMetres: number;
  readonly endMetres: number;
  readonly lengthMetres: number;
}

/** A stretch that can be drawn. */
export interface DrawnStretch extends StretchAnswer {
  readonly line: Outline;
}

/** The light of one case along one stråk. */
export interface CaseAnswer {
  readonly lampCount: number;
  readonly figures: LightFigures;
  readonly uniformity: number;
  readonly reached: PClass | null;
  readonly outcome: PathLight['outcome'];
  readonly shortfalls: readonly PathShortfall[];
  readonly isOverlit: boolean;
  readonly lengthByOutcome: PathLight['lengthByOutcome'];
  readonly chainagesMetres: Float64Array;
  readonly horizontalLux: Float64Array;
  readonly unknown: Uint8Array;
  readonly gaps: readonly DrawnStretch[];
  readonly unknownStretches: readonly DrawnStretch[];
  readonly spacings: readonly StretchAnswer[];
}

/** How cameras see a stråk or an area. */
export interface SeenAnswer {
  readonly seenShare: number;
  readonly shareByLevel: readonly number[];
  readonly shareByCameraCount: readonly number[];
  readonly overlapShare: number;
}

export interface StrakAnswer {
  readonly id: string;
  readonly lengthMetres: number;
  readonly widthMetres: number;
  readonly isWidthAssumed: boolean;
  readonly wanted: PClass;
  readonly thresholdLux: number;
  readonly light: Readonly<Record<LightCase, CaseAnswer | null>>;
  readonly seen: SeenAnswer & {
    readonly faceForwardShare: number;
    readonly faceBackwardShare: number;
    readonly unseen: readonly DrawnStretch[];
  };
  readonly together: Readonly<Record<TogetherState, number>>;
  readonly stretches: readonly (StretchAnswer & { readonly state: TogetherState })[];
  /** What may be told to everybody. */
  readonly residents: {
    readonly seenShare: number;
    readonly nearCameraShare: number;
  };
}

export interface AreaAnswer {
  readonly id: string;
  readonly areaSquareMetres: number;
  readonly cellMetres: number;
  readonly seen: SeenAnswer;
  readonly together: Readonly<Record<TogetherState, number>>;
}

export type Outline = readonly LngLat[];

/** The zone of one level of the scale. */
export interface ZoneAnswer {
  readonly levelId: string;
  readonly pixelsPerMetre: number;
  readonly rangeMetres: number;
  readonly areaSquareMetres: number;
  readonly outlines: readonly Outline[];
}

export const OPTICS_FIELDS = ['heightMetres', 'tiltDegrees', 'horizontalPixels'] as const;
export type OpticsField = (typeof OPTICS_FIELDS)[number];

export interface NearAnswer {
  readonly id: string;
  readonly name: string;
  /** The source's own word. */
  readonly category: string;
  readonly distanceMetres: number;
}

export interface CameraAnswer {
  readonly id: string;
  readonly disclosure: Disclosure;
  /** `zones` with known optics; `sector` where only direction, width and range are known. */
  readonly kind: 'zones' | 'sector' | 'inside-building';
  /** What must be filled in before zones can be worked out. */
  readonly missing: readonly OpticsField[];
  readonly movedMetres: number;
  readonly outlines: readonly Outline[];
  readonly zones: readonly ZoneAnswer[];
  /** Nearer than this the ground is below the picture; null where the optics are not known. */
  readonly blindMetres: number | null;
  readonly areaSquareMetres: number;
  readonly maskedSquareMetres: number;
  /** Seen, but with too little light for the camera; known light only. */
  readonly dark: readonly Outline[];
  readonly darkSquareMetres: number;
  readonly lightUnknownSquareMetres: number;
  readonly near: readonly NearAnswer[];
  readonly exposedBuildings: number;
  readonly exposedDwellings: number;
  readonly facadeMetres: number;
  /** Buildings in the recognition zone of which the map does not say what they are. */
  readonly unknownUse: number;
  readonly hasBuildings: boolean;
  /** What everybody may be shown. */
  readonly residents: { readonly kind: 'exact' | 'area' | 'nothing'; readonly outlines: readonly Outline[] };
}

/** What all cameras see together. */
export interface UnionAnswer {
  readonly areaSquareMetres: number;
  readonly areaByCameraCountSquareMetres: readonly number[];
}

/** One square of the glow. */
export interface TilePicture {
  readonly key: string;
  /** Clockwise from the north-west. */
  readonly corners: readonly [LngLat, LngLat, LngLat, LngLat];
  readonly sidePixels: number;
  /** RGBA, row by row from the north. */
  readonly pixels: Uint8ClampedArray<ArrayBuffer>;
}

export interface IsoluxAnswer {
  readonly key: string;
  readonly lines: readonly { readonly levelLux: number; readonly points: Outline }[];
}

/** Parts of the answer, as they are ready. */
export type Report =
  | { readonly kind: 'progress'; readonly share: number }
  | {
      readonly kind: 'tiles';
      readonly cellMetres: number;
      readonly tiles: readonly TilePicture[];
      readonly gone: readonly string[];
    }
  | { readonly kind: 'isolux'; readonly tiles: readonly IsoluxAnswer[]; readonly gone: readonly string[] }
  | { readonly kind: 'cameras'; readonly answers: readonly CameraAnswer[]; readonly gone: readonly string[] }
  | { readonly kind: 'union'; readonly answer: UnionAnswer }
  | { readonly kind: 'straks'; readonly answers: readonly StrakAnswer[]; readonly gone: readonly string[] }
  | { readonly kind: 'areas'; readonly answers: readonly AreaAnswer[]; readonly gone: readonly string[] };

/** What is known at a place. */
export interface PlaceAnswer {
  /** Calculated light; a lower bound where it is not all known. */
  readonly lux: number;
  readonly isLowerBound: boolean;
  readonly cameraCount: number;
  /** Best density; null where only cameras of unknown optics see it. */
  readonly pixelsPerMetre: number | null;
}
