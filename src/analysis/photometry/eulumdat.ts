import { ascending, caught, linesOf, numberOf, PhotometryRefusal, within } from './numberReader.ts';
import type { LampSet, Photometry, PhotometryResult } from './photometry.ts';
import { MIRROR_C0_C180, MIRROR_C90_C270, type StoredPlanes, unfold } from './unfold.ts';
import { coarseWarning, fluxWarning } from './zonalFlux.ts';

/**
 * Question: what light distribution does an EULUMDAT file describe?
 * Method: the format is one value a line (A. W. Stockmar, 1990): 26 header lines, six lines a lamp set, ten direct
 * ratios, the C angles, the gamma angles, then the stored planes. Intensities are cd per 1000 lm of lamp flux.
 * Counts are checked against what is left of the file before anything is allocated. Cost: O(file).
 */

const LAMP_SET_LINES = 6;
const DIRECT_RATIOS = 10;
const MAX_PLANES = 1441;
const MAX_VERTICALS = 1441;
const MAX_LAMP_SETS = 20;
const MAX_CANDELAS = 1e8;

interface Cursor {
  readonly lines: readonly string[];
}

/** The text of a line (numbered from 1); refuses to run past the end of the file. */
function textAt(file: Cursor, line: number, field: string): string {
  const text = file.lines[line - 1];
  if (text === undefined)
    throw new PhotometryRefusal(file.lines.length, 'truncated', {
      field,
      expectedLine: line,
      lines: file.lines.length,
    });
  return text;
}

const numberAt = (file: Cursor, line: number, field: string): number =>
  numberOf(textAt(file, line, field), line, field);

function countAt(file: Cursor, line: number, field: { name: string; min: number; max: number }): number {
  const limits = { min: field.min, max: field.max, integer: true };
  return within(numberAt(file, line, field.name), limits, { line, field: field.name });
}

/** A field that programs leave blank when it does not apply. */
function optionalNumberAt(file: Cursor, line: number, field: { name: string; blank: number }): number {
  const text = textAt(file, line, field.name);
  return text.trim() === '' ? field.blank : numberOf(text, line, field.name);
}

interface Header {
  readonly symmetry: number;
  readonly planes: number;
  readonly verticals: number;
  readonly conversion: number;
  readonly lampSetCount: number;
}

function readHeader(file: Cursor): Header {
  const symmetry = countAt(file, 3, { name: 'symmetry', min: 0, max: 4 });
  const planes = countAt(file, 4, { name: 'C planes', min: 1, max: MAX_PLANES });
  const verticals = countAt(file, 6, { name: 'gamma angles', min: 2, max: MAX_VERTICALS });
  const at = { line: 24, field: 'conversion factor' };
  const conversion = within(
    optionalNumberAt(file, 24, { name: at.field, blank: 1 }),
    { min: 1e-9, max: 1e9 },
    at,
  );
  const lampSetCount = countAt(file, 26, { name: 'lamp sets', min: 1, max: MAX_LAMP_SETS });
  return { symmetry, planes, verticals, conversion, lampSetCount };
}

function readLampSet(file: Cursor, first: number): LampSet & { readonly absolute: boolean } {
  const count = optionalNumberAt(file, first, { name: 'number of lamps', blank: 1 });
  const fluxAt = { line: first + 2, field: 'lamp flux' };
  return {
    count: Math.abs(count) || 1,
    absolute: count < 0,
    description: textAt(file, first + 1, 'lamp type').trim(),
    fluxLumens: within(numberAt(file, fluxAt.line, fluxAt.field), { min: 0, max: 1e9 }, fluxAt),
    colour: textAt(file, first + 3, 'colour').trim(),
    powerWatts: optionalNumberAt(file, first + 5, { name: 'power', blank: 0 }),
  };
}

/** Which of the listed C angles have a stored plane, by symmetry code. */
function storedAzimuths(symmetry: number, azimuths: readonly number[], line: number): number[] {
  const upTo = (last: number): number[] => azimuths.filter((azimuth) => azimuth <= last + 1e-6);
  switch (symmetry) {
    case 0:
      return [...azimuths];
    case 1:
      return [0];
    case 2:
      return upTo(180);
    case 3: {
      // The one case that does not begin at C0: C270 … C360 = C0 … C90.
      if (!azimuths.some((azimuth) => Math.abs(azimuth - 270) < 1e-6))
        throw new PhotometryRefusal(line, 'angle-missing', { angle: 270 });
      return [...azimuths.filter((azimuth) => azimuth >= 270 - 1e-6), ...upTo(90)];
    }
    default:
      return upTo(90);
  }
}

const expectedPlanes = (symmetry: number, planes: number): number =>
  symmetry === 0 ? planes : symmetry === 1 ? 1 : symmetry === 4 ? planes / 4 + 1 : planes / 2 + 1;

const MIRRORS = [[], [], [MIRROR_C0_C180], [MIRROR_C90_C270], [MIRROR_C0_C180, MIRROR_C90_C270]];

function readAngles(file: Cursor, first: number, field: { name: string; count: number; max: number }) {
  const angles: number[] = [];
  for (let i = 0; i < field.count; i += 1) {
    const at = { line: first + i, field: field.name };
    angles.push(within(numberAt(file, at.line, field.name), { min: 0, max: field.max }, at));
  }
  ascending(angles, { line: first, field: field.name });
  return angles;
}

function readPlanes(file: Cursor, first: number, shape: { azimuths: number[]; header: Header }) {
  const { azimuths, header } = shape;
  const planes = azimuths.map((_, index) => {
    const plane = new Float64Array(header.verticals);
    for (let k = 0; k < header.verticals; k += 1) {
      const at = { line: first + index * header.verticals + k, field: 'intensity' };
      plane[k] =
        within(numberAt(file, at.line, at.field), { min: 0, max: MAX_CANDELAS }, at) * header.conversion;
    }
    return plane;
  });
  return { azimuths, planes } satisfies StoredPlanes;
}

function parse(text: string): PhotometryResult {
  const file: Cursor = { lines: linesOf(text) };
  const header = readHeader(file);
  const lampSets = Array.from({ length: header.lampSetCount }, (_, i) =>
    readLampSet(file, 27 + i * LAMP_SET_LINES),
  );
  const firstAzimuth = 27 + header.lampSetCount * LAMP_SET_LINES + DIRECT_RATIOS;
  const firstVertical = firstAzimuth + header.planes;
  const expected = expectedPlanes(header.symmetry, header.planes);
  textAt(file, firstVertical + header.verticals * (1 + Math.floor(expected)) - 1, 'intensities');
  const listed = readAngles(file, firstAzimuth, { name: 'C angle', count: header.planes, max: 360 });
  const verticals = readAngles(file, firstVertical, { name: 'gamma', count: header.verticals, max: 180 });
  const azimuths = storedAzimuths(header.symmetry, listed, firstAzimuth);
  if (azimuths.length !== expected)
    throw new PhotometryRefusal(firstAzimuth, 'angle-missing', { expected, found: azimuths.length });
  const stored = readPlanes(file, firstVertical + header.verticals, { azimuths, header });
  const { azimuthsDegrees, values } = unfold(stored, MIRRORS[header.symmetry] ?? []);
  const lampSet = lampSets[0];
  if (lampSet === undefined || lampSet.fluxLumens <= 0 || values.every((value) => value === 0))
    throw new PhotometryRefusal(29, 'no-light');
  const photometry: Photometry = {
    name: textAt(file, 9, 'name').trim(),
    manufacturer: textAt(file, 1, 'company').trim(),
    format: 'eulumdat',
    azimuthsDegrees,
    verticalsDegrees: Float64Array.from(verticals),
    candelasPerKilolumen: values,
    basis: lampSet.absolute ? 'luminaire' : 'lamp',
    fluxLumens: lampSet.fluxLumens,
    // Blank or nought means not stated: a luminaire that gives nothing has no file.
    outputRatioPercent: optionalNumberAt(file, 23, { name: 'light output ratio', blank: 0 }) || null,
    lampSets: lampSets.map(({ absolute: _, ...set }) => set),
    measurementTiltDegrees: optionalNumberAt(file, 25, { name: 'tilt', blank: 0 }),
    tiltFactors: null,
  };
  const several = lampSets.length > 1 ? [{ code: 'several-lamp-sets', count: lampSets.length } as const] : [];
  return {
    kind: 'photometry',
    photometry,
    warnings: [...fluxWarning(photometry), ...several, ...coarseWarning(photometry)],
  };
}

/** Reads an EULUMDAT (.ldt) file given as text (Latin-1 decoded). The first lamp set gives the stated flux. */
export const parseEulumdat = (text: string): PhotometryResult => caught(() => parse(text));
