/** Why a photometric file was refused. Views translate the code; `values` are what the sentence needs. */
export type PhotometryProblemCode =
  | 'empty-file'
  | 'file-too-large'
  | 'not-photometric'
  | 'truncated'
  | 'not-a-number'
  | 'out-of-range'
  | 'angles-not-ascending'
  | 'angle-missing'
  | 'unsupported-type'
  | 'tilt-line-missing'
  | 'no-light';

export interface PhotometryProblem {
  /** Line of the file, from 1. */
  readonly line: number;
  readonly code: PhotometryProblemCode;
  readonly values: Readonly<Record<string, string | number>>;
}

/** What a reader should know although the file could be read. */
export type PhotometryWarning =
  | { readonly code: 'flux-disagrees'; readonly foundPercent: number; readonly statedPercent: number }
  | { readonly code: 'several-lamp-sets'; readonly count: number }
  | { readonly code: 'tilt-file-ignored'; readonly file: string }
  | { readonly code: 'azimuth-detected'; readonly convention: AzimuthConvention }
  | { readonly code: 'coarse-angles'; readonly azimuthDegrees: number; readonly verticalDegrees: number };

export type PhotometryResult =
  | {
      readonly kind: 'photometry';
      readonly photometry: Photometry;
      readonly warnings: readonly PhotometryWarning[];
    }
  | { readonly kind: 'problem'; readonly problem: PhotometryProblem };

/** What the file's zero azimuth means: along the path (EULUMDAT, CIE) or across it towards the path (roadway IES). */
export type AzimuthConvention = 'along' | 'across';

export interface LampSet {
  /** Number of lamps, always positive. */
  readonly count: number;
  readonly description: string;
  readonly fluxLumens: number;
  readonly powerWatts: number;
  readonly colour: string;
}

/** Factors on the light of a lamp that is sensitive to how it hangs (LM-63 TILT). */
export interface TiltFactors {
  readonly anglesDegrees: Float64Array;
  readonly factors: Float64Array;
}

/**
 * One light distribution, whatever the file it came from.
 *
 * C is counted counter-clockwise seen from above, C0 along the path, C90 towards it; gamma is 0 straight down.
 * The planes go once round (symmetry is already unfolded) and a rotationally symmetric optic has the one plane C0.
 */
export interface Photometry {
  readonly name: string;
  readonly manufacturer: string;
  readonly format: 'eulumdat' | 'ies' | 'closed-form';
  /** Ascending, 0 ≤ C < 360. */
  readonly azimuthsDegrees: Float64Array;
  /** Ascending, within 0…180. Outside it the luminaire gives no light. */
  readonly verticalsDegrees: Float64Array;
  /** One plane after the other: `[azimuth * verticals.length + vertical]`. */
  readonly candelasPerKilolumen: Float64Array;
  /** Whose lumens "per kilolumen" means: the bare lamp's, or (absolute photometry) the whole luminaire's. */
  readonly basis: 'lamp' | 'luminaire';
  /** Flux on that basis as the file states it. */
  readonly fluxLumens: number;
  /** Light output ratio the file states, percent; null where the format has none. */
  readonly outputRatioPercent: number | null;
  readonly lampSets: readonly LampSet[];
  readonly measurementTiltDegrees: number;
  readonly tiltFactors: TiltFactors | null;
}
