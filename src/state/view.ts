import { LANGUAGES, type Language } from '../domain/text.ts';

export const SELECTION_KINDS = ['feature', 'measure', 'grant', 'programme', 'board'] as const;
export type SelectionKind = (typeof SELECTION_KINDS)[number];
/** The one thing the user has chosen to read about. */
export interface Selection {
  readonly kind: SelectionKind;
  readonly id: string;
}

/** Whom the page is for at the moment: three rooms of one house. */
export const ROOMS = ['resident', 'planner', 'council'] as const;
export type Room = (typeof ROOMS)[number];

export type Theme = 'auto' | 'light' | 'night';
const PANES = ['map', 'list', 'money', 'story', 'statement'] as const;
export type Pane = (typeof PANES)[number];
export interface MapPosition {
  readonly center: readonly [lng: number, lat: number];
  readonly zoom: number;
}

/** Everything about the page that a link carries. */
export interface View {
  readonly language: Language;
  readonly theme: Theme;
  readonly room: Room;
  /** Which desk of the room is in use; the room knows its desks and takes its first for an unknown one. */
  readonly desk: string | null;
  /** The open paper of the workspace: a proposal, a place, an evaluation. Says nothing on another device. */
  readonly paperId: string | null;
  /** The paper that it is held against. */
  readonly comparedId: string | null;
  readonly pane: Pane;
  readonly selection: Selection | null;
  /** A point the user asked about: what applies here? */
  readonly point: readonly [lng: number, lat: number] | null;
  /** Show only what belongs to this board; null shows all. */
  readonly boardId: string | null;
  readonly hiddenLayerIds: readonly string[];
  /** The chosen option per reading group, where it is not the default. */
  readonly readings: Readonly<Record<string, string>>;
  readonly position: MapPosition | null;
  /** How far into the story the reader has come; null is its start. */
  readonly storyStep: number | null;
  /** Shown inside another website: the map alone. */
  readonly isEmbedded: boolean;
}

export const DEFAULT_VIEW: View = {
  language: 'sv',
  theme: 'auto',
  room: 'resident',
  desk: null,
  paperId: null,
  comparedId: null,
  pane: 'map',
  selection: null,
  point: null,
  boardId: null,
  hiddenLayerIds: [],
  readings: {},
  position: null,
  storyStep: null,
  isEmbedded: false,
};

const oneOf = <T extends string>(values: readonly T[], value: string | null): T | undefined =>
  values.find((candidate) => candidate === value);

function parseSelection(text: string | null): Selection | null {
  const [kind, id] = text?.split(':') ?? [];
  const known = oneOf(SELECTION_KINDS, kind ?? null);
  return known && id ? { kind: known, id } : null;
}

function parsePosition(hash: string): MapPosition | null {
  const parts = /^#map=([\d.]+)\/(-?[\d.]+)\/(-?[\d.]+)$/.exec(hash);
  const [zoom, lat, lng] = (parts ?? []).slice(1).map(Number);
  if (zoom === undefined || lat === undefined || lng === undefined) return null;
  if (![zoom, lat, lng].every(Number.isFinite) || Math.abs(lat) > 85 || Math.abs(lng) > 180 || zoom > 24)
    return null;
  return { center: [lng, lat], zoom };
}

function parsePoint(text: string | null): View['point'] {
  const [lng, lat, ...rest] = (text ?? '')
    .split(',')
    .map((part) => (part === '' ? Number.NaN : Number(part)));
  if (lng === undefined || lat === undefined || rest.length > 0) return null;
  return Number.isFinite(lng) && Number.isFinite(lat) && Math.abs(lat) <= 85 && Math.abs(lng) <= 180
    ? [lng, lat]
    : null;
}

function parseReadings(text: string | null): Record<string, string> {
  const readings: Record<string, string> = {};
  for (const pair of text?.split(',') ?? []) {
    const [group, option] = pair.split(':');
    if (group && option) readings[group] = option;
  }
  return readings;
}

function parseStep(text: string | null): number | null {
  return /^[1-9]\d?$/.test(text ?? '') ? Number(text) : null;
}

/** Reads a view from an address. Anything malformed is left at its default; ids are checked later, against the city. */
export function parseView(search: string, hash: string): View {
  const query = new URLSearchParams(search);
  return {
    language: oneOf(LANGUAGES, query.get('lang')) ?? DEFAULT_VIEW.language,
    theme: oneOf(['auto', 'light', 'night'] as const, query.get('theme')) ?? 'auto',
    room: oneOf(ROOMS, query.get('room')) ?? 'resident',
    desk: query.get('desk'),
    paperId: query.get('paper'),
    comparedId: query.get('against'),
    pane: oneOf(PANES, query.get('view')) ?? 'map',
    selection: parseSelection(query.get('sel')),
    point: parsePoint(query.get('at')),
    boardId: query.get('board'),
    hiddenLayerIds: (query.get('hide') ?? '').split(',').filter(Boolean),
    readings: parseReadings(query.get('reading')),
    position: parsePosition(hash),
    storyStep: parseStep(query.get('step')),
    isEmbedded: query.get('embed') === '1',
  };
}

const escapeValue = (text: string): string =>
  encodeURIComponent(text).replaceAll('%3A', ':').replaceAll('%2C', ',');

/** The address of a view: `?…#…`, shortest form, stable order; the inverse of parseView. */
export function formatView(view: View): string {
  const pairs: [string, string][] = [];
  if (view.language !== DEFAULT_VIEW.language) pairs.push(['lang', view.language]);
  if (view.theme !== 'auto') pairs.push(['theme', view.theme]);
  if (view.room !== 'resident') pairs.push(['room', view.room]);
  if (view.desk) pairs.push(['desk', view.desk]);
  if (view.paperId) pairs.push(['paper', view.paperId]);
  if (view.comparedId) pairs.push(['against', view.comparedId]);
  if (view.pane !== 'map') pairs.push(['view', view.pane]);
  if (view.selection) pairs.push(['sel', `${view.selection.kind}:${view.selection.id}`]);
  if (view.point) pairs.push(['at', view.point.map((degrees) => Number(degrees.toFixed(5))).join(',')]);
  if (view.boardId) pairs.push(['board', view.boardId]);
  if (view.hiddenLayerIds.length > 0) pairs.push(['hide', [...view.hiddenLayerIds].sort().join(',')]);
  const readings = Object.entries(view.readings).sort(([a], [b]) => (a < b ? -1 : 1));
  if (readings.length > 0)
    pairs.push(['reading', readings.map(([group, option]) => `${group}:${option}`).join(',')]);
  if (view.storyStep !== null) pairs.push(['step', String(view.storyStep)]);
  if (view.isEmbedded) pairs.push(['embed', '1']);
  const query = pairs.map(([key, value]) => `${key}=${escapeValue(value)}`).join('&');
  return `${query ? `?${query}` : ''}${formatPosition(view.position)}`;
}

function formatPosition(position: MapPosition | null): string {
  if (!position) return '';
  const [lng, lat] = position.center;
  return `#map=${Number(position.zoom.toFixed(2))}/${lat.toFixed(5)}/${lng.toFixed(5)}`;
}
