import { azimuthOf, detectConvention, mirrorsOf } from './azimuthConvention.ts';
import { type Comma, commaMayBeDecimal, type IesNumbers, iesNumbersOf } from './iesNumbers.ts';
import { ascending, caught, linesOf, PhotometryRefusal, within } from './numberReader.ts';
import type {
  AzimuthConvention,
  Photometry,
  PhotometryResult,
  PhotometryWarning,
  TiltFactors,
} from './photometry.ts';
import { type StoredPlanes, unfold } from './unfold.ts';
import { coarseWarning, zonalFlux } from './zonalFlux.ts';

/**
 * Question: what light distribution does an IES LM-63 file (1986, 1991, 1995, 2002, 2019) describe?
 * Method: keyword lines up to TILT=, then numbers wrapped anywhere: lamp data, vertical and horizontal angles,
 * candelas. cd = value × multiplier × ballast factor; made relative to 1000 lm of lamp flux, or of the luminaire's
 * own flux where the file is absolute (lumens per lamp −1). Only type C photometry. Cost: O(file).
 */

export interface IesOptions {
  /** What H = 0 means; left out, it is detected and a warning says which was taken. */
  readonly azimuth?: AzimuthConvention;
}

const MAX_ANGLES = 1441;
const MAX_CANDELAS = 1e8;

function keywordsOf(lines: readonly string[], tiltLine: number): ReadonlyMap<string, string> {
  const keywords = new Map<string, string>();
  let current = '';
  for (const line of lines.slice(0, tiltLine)) {
    const match = /^\s*\[(\w+)\]\s*(.*)$/.exec(line);
    if (!match) continue;
    const [, key = '', value = ''] = match;
    if (key.toUpperCase() === 'MORE') {
      keywords.set(current, `${keywords.get(current) ?? ''} ${value.trim()}`.trim());
    } else {
      current = key.toUpperCase();
      keywords.set(current, value.trim());
    }
  }
  return keywords;
}

function readTilt(numbers: IesNumbers): TiltFactors {
  numbers.next('lamp geometry');
  const count = numbers.nextCount('tilt angles', MAX_ANGLES);
  const anglesDegrees = numbers.take(count, 'tilt angle', { min: -360, max: 360 });
  const factors = numbers.take(count, 'tilt factor', { min: 0, max: 100 });
  ascending([...anglesDegrees], { line: numbers.line(), field: 'tilt angle' });
  return { anglesDegrees, factors };
}

interface LampData {
  readonly lamps: number;
  readonly lumensPerLamp: number;
  readonly multiplier: number;
  readonly verticals: number;
  readonly horizontals: number;
  readonly powerWatts: number;
}

function readLampData(numbers: IesNumbers, appliesBallastLampFactor: boolean): LampData {
  const lamps = within(
    numbers.next('number of lamps'),
    { min: 0, max: 1000 },
    {
      line: numbers.line(),
      field: 'number of lamps',
    },
  );
  const lumensPerLamp = numbers.next('lumens per lamp');
  const multiplier = numbers.next('multiplier');
  const verticals = numbers.nextCount('vertical angles', MAX_ANGLES);
  const horizontals = numbers.nextCount('horizontal angles', MAX_ANGLES);
  const type = numbers.next('photometric type');
  if (type !== 1) throw new PhotometryRefusal(numbers.line(), 'unsupported-type', { found: type });
  for (const field of ['units', 'width', 'length', 'height']) numbers.next(field);
  const ballast = numbers.next('ballast factor');
  const ballastLamp = numbers.next('ballast-lamp factor');
  const powerWatts = numbers.next('power');
  const factor = multiplier * ballast * (appliesBallastLampFactor && ballastLamp > 0 ? ballastLamp : 1);
  within(factor, { min: 1e-9, max: 1e9 }, { line: numbers.line(), field: 'multiplier' });
  return { lamps: lamps || 1, lumensPerLamp, multiplier: factor, verticals, horizontals, powerWatts };
}

function readPlanes(numbers: IesNumbers, lamp: LampData): { verticals: Float64Array; stored: StoredPlanes } {
  const verticals = numbers.take(lamp.verticals, 'vertical angle', { min: 0, max: 180 });
  ascending([...verticals], { line: numbers.line(), field: 'vertical angle' });
  const horizontals = numbers.take(lamp.horizontals, 'horizontal angle', { min: 0, max: 360 });
  ascending([...horizontals], { line: numbers.line(), field: 'horizontal angle' });
  numbers.expect(lamp.verticals * lamp.horizontals, 'candela');
  const planes = Array.from(horizontals, () =>
    numbers
      .take(lamp.verticals, 'candela', { min: 0, max: MAX_CANDELAS })
      .map((value) => value * lamp.multiplier),
  );
  return { verticals, stored: { azimuths: [...horizontals], planes } };
}

/** Makes candelas relative to 1000 lm of the stated basis. */
function perKilolumen(candelas: Photometry, lamp: LampData): Photometry {
  const absolute = lamp.lumensPerLamp < 0;
  const fluxLumens = absolute ? zonalFlux(candelas) : lamp.lamps * lamp.lumensPerLamp;
  if (!(fluxLumens > 0)) throw new PhotometryRefusal(1, 'no-light');
  return {
    ...candelas,
    basis: absolute ? 'luminaire' : 'lamp',
    fluxLumens,
    candelasPerKilolumen: candelas.candelasPerKilolumen.map((value) => (value * 1000) / fluxLumens),
    lampSets: [{ count: lamp.lamps, description: '', fluxLumens, powerWatts: lamp.powerWatts, colour: '' }],
  };
}

/** The planes all the way round, as C angles. */
function wholeTurn(stored: StoredPlanes, convention: AzimuthConvention, line: number) {
  const mirrors = mirrorsOf(stored.azimuths);
  if (mirrors === null)
    throw new PhotometryRefusal(line, 'angle-missing', {
      first: stored.azimuths[0] ?? 0,
      last: stored.azimuths[stored.azimuths.length - 1] ?? 0,
    });
  const round = unfold(stored, mirrors);
  if (round.azimuthsDegrees.length === 1 || convention === 'along') return round;
  const length = stored.planes[0]?.length ?? 0;
  const azimuths = Array.from(round.azimuthsDegrees, (h) => azimuthOf(h, convention));
  const planes = azimuths.map((_, i) => round.values.subarray(i * length, (i + 1) * length));
  return unfold({ azimuths, planes }, []);
}

/** Reads commas as the standard says; where that does not use the numbers up exactly, as decimal signs. */
function parse(text: string, options: IesOptions): PhotometryResult {
  const lines = linesOf(text);
  const tiltLine = lines.findIndex((line) => /^\s*TILT\s*=/i.test(line));
  if (tiltLine < 0) throw new PhotometryRefusal(lines.length, 'tilt-line-missing');
  const body: Body = { lines, tiltLine };
  if (!commaMayBeDecimal(lines.slice(tiltLine + 1))) return parseBody(body, options, 'separator').result;
  const separated = caught(() => parseBody(body, options, 'separator'));
  if ('result' in separated && separated.left === 0) return separated.result;
  return parseBody(body, options, 'decimal').result;
}

interface Body {
  readonly lines: readonly string[];
  readonly tiltLine: number;
}

function parseBody({ lines, tiltLine }: Body, options: IesOptions, comma: Comma) {
  const keywords = keywordsOf(lines, tiltLine);
  const tilt = (lines[tiltLine] ?? '').replace(/^\s*TILT\s*=\s*/i, '').trim();
  const numbers = iesNumbersOf(lines, tiltLine + 1, comma);
  const tiltFactors = /^include$/i.test(tilt) ? readTilt(numbers) : null;
  const early = !/^\s*(IESNA:|IES:)/i.test(lines[0] ?? '');
  const lamp = readLampData(numbers, early);
  const { verticals, stored } = readPlanes(numbers, lamp);
  const convention = options.azimuth ?? detectConvention(stored);
  const round = wholeTurn(stored, convention, numbers.line());
  const photometry = perKilolumen(
    {
      name: keywords.get('LUMINAIRE') ?? keywords.get('LUMCAT') ?? '',
      manufacturer: keywords.get('MANUFAC') ?? '',
      format: 'ies',
      azimuthsDegrees: round.azimuthsDegrees,
      verticalsDegrees: verticals,
      candelasPerKilolumen: round.values,
      basis: 'lamp',
      fluxLumens: 0,
      outputRatioPercent: null,
      lampSets: [],
      measurementTiltDegrees: 0,
      tiltFactors,
    },
    lamp,
  );
  if (photometry.candelasPerKilolumen.every((value) => value === 0))
    throw new PhotometryRefusal(numbers.line(), 'no-light');
  const warnings: PhotometryWarning[] = coarseWarning(photometry);
  if (options.azimuth === undefined && stored.azimuths.length > 1)
    warnings.push({ code: 'azimuth-detected', convention });
  if (!/^(none|include)$/i.test(tilt)) warnings.push({ code: 'tilt-file-ignored', file: tilt });
  const result: PhotometryResult = {
    kind: 'photometry',
    photometry,
    warnings: [...warnings, ...efficiencyWarning(photometry)],
  };
  return { result, left: numbers.left() };
}

/** A luminaire cannot give more than its lamps; 2 % is rounding, more is a wrong multiplier. */
function efficiencyWarning(photometry: Photometry): PhotometryWarning[] {
  const foundPercent = zonalFlux(photometry) / 10;
  return foundPercent > 102 ? [{ code: 'flux-disagrees', foundPercent, statedPercent: 100 }] : [];
}

/** Reads an IES LM-63 file given as text. */
export const parseIes = (text: string, options: IesOptions = {}): PhotometryResult =>
  caught(() => parse(text, options));
