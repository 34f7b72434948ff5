/** What a picture is good for, by pixels per metre of the object: facts of IEC 62676-4, both editions. */

/** One level of a scale and the least pixel density that it asks for. */
export interface DensityLevel {
  id: string;
  pixelsPerMetre: number;
}

/** A scale, its levels rising. */
export interface DensityScale {
  id: 'iec-62676-4-2025' | 'iec-62676-4-2014';
  edition: string;
  status: 'current' | 'superseded';
  levels: readonly DensityLevel[];
}

/** The scale in force since October 2025; the default everywhere. */
export const SCALE_2025: DensityScale = {
  id: 'iec-62676-4-2025',
  edition: 'IEC/EN 62676-4:2025',
  status: 'current',
  levels: [
    { id: 'overview', pixelsPerMetre: 20 },
    { id: 'outline', pixelsPerMetre: 40 },
    { id: 'discern', pixelsPerMetre: 80 },
    { id: 'perceive', pixelsPerMetre: 125 },
    { id: 'characterise', pixelsPerMetre: 250 },
    { id: 'validate', pixelsPerMetre: 500 },
    { id: 'scrutinise', pixelsPerMetre: 1500 },
  ],
};

/** The older scale ("DORI"), superseded; shown because data sheets still use it. Its "identify" is now only "characterise". */
export const SCALE_2014: DensityScale = {
  id: 'iec-62676-4-2014',
  edition: 'IEC 62676-4:2014',
  status: 'superseded',
  levels: [
    { id: 'monitor', pixelsPerMetre: 12.5 },
    { id: 'detect', pixelsPerMetre: 25 },
    { id: 'observe', pixelsPerMetre: 62.5 },
    { id: 'recognise', pixelsPerMetre: 125 },
    { id: 'identify', pixelsPerMetre: 250 },
  ],
};

/** From this density on a known person can be recognised: the zone in which dwellings and masks are counted. */
export const PERCEIVE_PIXELS_PER_METRE = 125;

/** The best level that a density reaches, as its place in the scale; -1 below the lowest. */
export const levelReached = ({ levels }: DensityScale, pixelsPerMetre: number): number =>
  levels.reduce((best, level, i) => (pixelsPerMetre >= level.pixelsPerMetre ? i : best), -1);
