import type { Geometry } from 'geojson';
import { converterOf, type Recognition, recogniseCrs } from './crs/recognise.ts';
import { eachPosition, mapPositions } from './geojson/geometry.ts';
import type { CrsFinding, ImportedFeature, ImportOptions } from './importResult.ts';
import type { Problems } from './problems.ts';
import type { RawLayer, RawRead, ReadContext } from './rawRead.ts';

export interface Placed {
  readonly crs: CrsFinding;
  readonly features: ImportedFeature[];
  readonly outsideCount: number;
}

/** Positions looked at to recognise a coordinate system; spread over the file, since the first rows may be odd. */
const SAMPLE_SIZE = 400;

/** Brings every layer into WGS 84; where one layer's system must be asked for, nothing is placed. */
export async function placeLayers(
  raw: RawRead,
  options: ImportOptions,
  context: ReadContext,
): Promise<Placed> {
  const layers = raw.layers.map((layer) => ({
    layer,
    recognition: recogniseCrs(layer.crs, sampleOf(layer), options),
  }));
  for (const { layer, recognition } of layers) tell(layer, recognition, context.problems);
  const asking = layers.find(({ recognition }) => recognition.finding.kind === 'ask');
  if (asking) return { crs: asking.recognition.finding, features: [], outsideCount: 0 };
  const features: ImportedFeature[] = [];
  let outsideCount = 0;
  for (const { layer, recognition } of layers) {
    const { finding } = recognition;
    if (finding.kind !== 'recognised') continue;
    const convert = converterOf(finding.code, finding.axisOrder, options.crsChoices);
    for (const { geometry, properties, where } of layer.features) {
      const placed = { geometry: mapPositions(geometry, convert), properties, where };
      const reach = reachOf(placed.geometry, options);
      if (reach === 'nowhere') context.problems.skip('coordinates-out-of-range', where);
      else {
        if (reach === 'outside') outsideCount++;
        const origin = {
          file: context.problems.file,
          ...(layer.name !== undefined && { layer: layer.name }),
          ...where,
        };
        features.push({ type: 'Feature', geometry: placed.geometry, properties, where: origin });
      }
      await context.pace.step(0.99);
    }
  }
  if (outsideCount > 0) context.problems.note('outside-surroundings', {}, { count: outsideCount });
  const [first] = layers;
  const crs = first?.recognition.finding ?? recogniseCrs({ kind: 'wgs84' }, [], options).finding;
  return { crs, features, outsideCount };
}

function tell(layer: RawLayer, { note, finding }: Recognition, problems: Problems): void {
  if (note === undefined) return;
  const where = layer.name === undefined ? {} : { layer: layer.name };
  const declared = layer.crs.kind === 'declared' ? { declared: layer.crs.text.slice(0, 120) } : {};
  problems.note(note, where, finding.kind === 'recognised' ? { code: finding.code, ...declared } : declared);
}

function sampleOf({ features }: RawLayer): [number, number][] {
  const every = Math.max(1, Math.floor(features.length / SAMPLE_SIZE));
  const sample: [number, number][] = [];
  for (let i = 0; i < features.length; i += every) {
    const geometry = features[i]?.geometry;
    const position = geometry && firstPosition(geometry);
    if (position) sample.push(position);
  }
  return sample;
}

function firstPosition(geometry: Geometry): [number, number] | undefined {
  let first: [number, number] | undefined;
  eachPosition(geometry, ([x = 0, y = 0]) => {
    first ??= [x, y];
  });
  return first;
}

/** Whether the geometry's box meets the surroundings; nowhere where a position is not on the globe. */
function reachOf(
  geometry: Geometry,
  { surroundings: [west, south, east, north] }: ImportOptions,
): 'inside' | 'outside' | 'nowhere' {
  const box = { west: Infinity, south: Infinity, east: -Infinity, north: -Infinity };
  let onGlobe = true;
  eachPosition(geometry, ([lng = Number.NaN, lat = Number.NaN]) => {
    if (!(Math.abs(lng) <= 180 && Math.abs(lat) <= 90)) onGlobe = false;
    box.west = Math.min(box.west, lng);
    box.south = Math.min(box.south, lat);
    box.east = Math.max(box.east, lng);
    box.north = Math.max(box.north, lat);
  });
  if (!onGlobe) return 'nowhere';
  const meets = box.west <= east && box.east >= west && box.south <= north && box.north >= south;
  return meets ? 'inside' : 'outside';
}
