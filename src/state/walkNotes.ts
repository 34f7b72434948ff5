import type { City } from '../domain/city.ts';
import { type DataSet, hasPlaces } from '../domain/dataset.ts';
import type { LngLat } from '../geometry/plane.ts';
import { eventsOf } from './dataEvents.ts';

/** A note from a safety walk. Its row in the data set is its number. */
export interface WalkNote {
  readonly row: number;
  readonly text: string;
  readonly category: string | undefined;
  /** Minutes since 1970-01-01T00:00Z; undefined where the time is not known. */
  readonly minute: number | undefined;
  /** Undefined where the file gives no place. */
  readonly at: LngLat | undefined;
}

const known = new WeakMap<DataSet, readonly WalkNote[]>();

/** The notes of a set in the order of the file, without the rows that say nothing. */
export function notesOf(dataSet: DataSet, city: City): readonly WalkNote[] {
  const held = known.get(dataSet);
  if (held) return held;
  const { columns, categories } = dataSet;
  const { lng, lat } = eventsOf(dataSet, city);
  const notes = (columns.note ?? []).flatMap((text, row): WalkNote[] => {
    const category = categories[columns.category?.[row] ?? -1];
    if (text === '' && category === undefined) return [];
    const at = hasPlaces(dataSet) ? ([lng[row] ?? Number.NaN, lat[row] ?? Number.NaN] as const) : undefined;
    return [{ row, text, category, minute: columns.startMinute?.[row] ?? undefined, at }];
  });
  known.set(dataSet, notes);
  return notes;
}

/** The note nearest to a place on the map, if any is within reach. O(notes). */
export function noteAt(notes: readonly WalkNote[], at: LngLat, reachMetres: number): WalkNote | undefined {
  const metresPerDegree = 111_320;
  const across = Math.cos((at[1] * Math.PI) / 180) * metresPerDegree;
  let [nearest, least]: [WalkNote | undefined, number] = [undefined, reachMetres];
  for (const note of notes) {
    if (!note.at) continue;
    const away = Math.hypot((note.at[0] - at[0]) * across, (note.at[1] - at[1]) * metresPerDegree);
    if (away <= least) [nearest, least] = [note, away];
  }
  return nearest;
}
