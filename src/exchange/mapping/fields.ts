/** What an imported light or camera can be given, in the units that the application counts in. */
export const TARGETS = {
  light: [
    'name',
    'heightMetres',
    'fluxLumens',
    'powerWatts',
    'tiltDegrees',
    'armMetres',
    'rotationDegrees',
    'note',
  ],
  camera: [
    'name',
    'heightMetres',
    'bearingDegrees',
    'fieldOfViewDegrees',
    'rangeMetres',
    'tiltDegrees',
    'focalLengthMillimetres',
    'sensorWidthMillimetres',
    'sensorHeightMillimetres',
    'horizontalPixels',
    'verticalPixels',
    'note',
  ],
} as const;
export type MappedKind = keyof typeof TARGETS;
export type Target<Kind extends MappedKind = MappedKind> = (typeof TARGETS)[Kind][number];

/** The unit that a file's field is written in; `text` is taken as it is. */
export const UNITS = {
  text: { quantity: 'text', factor: 1 },
  m: { quantity: 'length', factor: 1 },
  dm: { quantity: 'length', factor: 0.1 },
  cm: { quantity: 'length', factor: 0.01 },
  mm: { quantity: 'length', factor: 0.001 },
  ft: { quantity: 'length', factor: 0.3048 },
  deg: { quantity: 'angle', factor: 1 },
  gon: { quantity: 'angle', factor: 0.9 },
  rad: { quantity: 'angle', factor: 180 / Math.PI },
  W: { quantity: 'power', factor: 1 },
  kW: { quantity: 'power', factor: 1000 },
  lm: { quantity: 'flux', factor: 1 },
  klm: { quantity: 'flux', factor: 1000 },
  px: { quantity: 'pixels', factor: 1 },
} as const;
export type Unit = keyof typeof UNITS;
export type Quantity = (typeof UNITS)[Unit]['quantity'];

export interface TargetRule {
  readonly quantity: Quantity;
  /** The unit that a value without any other hint is in, which is also the unit of the target's name. */
  readonly unit: Unit;
  /** The least and most that can be meant; what lies outside is listed instead of imported. */
  readonly range: readonly [least: number, most: number];
  /** How such a field is called, plain (lower case, no marks), most telling first. */
  readonly spellings: readonly string[];
}

/** Fields as Swedish, English and OpenStreetMap files call them. Limits are wide: they catch a wrong unit, not a bad idea. */
export const RULES: Readonly<Record<Target, TargetRule>> = {
  name: {
    quantity: 'text',
    unit: 'text',
    range: [0, 0],
    spellings: [
      'namn',
      'name',
      'benamning',
      'beteckning',
      'littera',
      'ref',
      'id',
      'objektid',
      'stolpnr',
      'stolpnummer',
    ],
  },
  note: {
    quantity: 'text',
    unit: 'text',
    range: [0, 0],
    spellings: [
      'anmarkning',
      'notering',
      'kommentar',
      'note',
      'comment',
      'description',
      'beskrivning',
      'desc',
    ],
  },
  heightMetres: {
    quantity: 'length',
    unit: 'm',
    range: [0.2, 60],
    spellings: [
      'heightmetres',
      'hojd',
      'stolphojd',
      'ljuspunktshojd',
      'monteringshojd',
      'montagehojd',
      'kamerahojd',
      'height',
      'pole height',
      'mounting height',
    ],
  },
  fluxLumens: {
    quantity: 'flux',
    unit: 'lm',
    range: [10, 500_000],
    spellings: ['fluxlumens', 'ljusflode', 'lumen', 'lm', 'flux', 'luminous flux', 'light lumen'],
  },
  powerWatts: {
    quantity: 'power',
    unit: 'W',
    range: [0.5, 5000],
    spellings: ['powerwatts', 'effekt', 'systemeffekt', 'watt', 'w', 'power', 'wattage'],
  },
  tiltDegrees: {
    quantity: 'angle',
    unit: 'deg',
    range: [-90, 90],
    spellings: ['tiltdegrees', 'tilt', 'lutning', 'tiltvinkel', 'inclination'],
  },
  armMetres: {
    quantity: 'length',
    unit: 'm',
    range: [0, 15],
    spellings: ['armmetres', 'arm', 'armlangd', 'utliggare', 'arm length', 'overhang'],
  },
  rotationDegrees: {
    quantity: 'angle',
    unit: 'deg',
    range: [-360, 360],
    spellings: ['rotationdegrees', 'rotation', 'riktning', 'azimut', 'direction', 'light direction'],
  },
  bearingDegrees: {
    quantity: 'angle',
    unit: 'deg',
    range: [-360, 360],
    spellings: [
      'bearingdegrees',
      'riktning',
      'bearing',
      'azimut',
      'azimuth',
      'camera direction',
      'direction',
      'kompassriktning',
      'heading',
    ],
  },
  fieldOfViewDegrees: {
    quantity: 'angle',
    unit: 'deg',
    range: [1, 360],
    spellings: [
      'fieldofviewdegrees',
      'synfalt',
      'fov',
      'field of view',
      'hfov',
      'bildvinkel',
      'oppningsvinkel',
      'camera angle',
      'angle',
      'vinkel',
    ],
  },
  rangeMetres: {
    quantity: 'length',
    unit: 'm',
    range: [1, 1000],
    spellings: ['rangemetres', 'rackvidd', 'range', 'distance', 'avstand'],
  },
  focalLengthMillimetres: {
    quantity: 'length',
    unit: 'mm',
    range: [0.5, 500],
    spellings: ['focallengthmillimetres', 'brannvidd', 'focal length', 'focal', 'objektiv'],
  },
  sensorWidthMillimetres: {
    quantity: 'length',
    unit: 'mm',
    range: [1, 60],
    spellings: ['sensorwidthmillimetres', 'sensorbredd', 'sensor width'],
  },
  sensorHeightMillimetres: {
    quantity: 'length',
    unit: 'mm',
    range: [1, 60],
    spellings: ['sensorheightmillimetres', 'sensorhojd', 'sensor height'],
  },
  horizontalPixels: {
    quantity: 'pixels',
    unit: 'px',
    range: [64, 40_000],
    spellings: [
      'horizontalpixels',
      'pixlar',
      'horisontell upplosning',
      'resolution width',
      'pixelbredd',
      'image width',
    ],
  },
  verticalPixels: {
    quantity: 'pixels',
    unit: 'px',
    range: [64, 40_000],
    spellings: ['verticalpixels', 'vertikal upplosning', 'resolution height', 'pixelhojd', 'image height'],
  },
};
