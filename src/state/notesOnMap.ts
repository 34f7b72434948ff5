import { create } from 'zustand';

/** Which walk's notes are on the council's own map, and which of them is read. Never in a meeting or on paper. */
interface NotesOnMap {
  readonly dataSetId: string | null;
  readonly row: number | null;
}
export const useNotesOnMap = create<NotesOnMap>(() => ({ dataSetId: null, row: null }));

export const showNotes = (dataSetId: string): void => useNotesOnMap.setState({ dataSetId, row: null });
export const hideNotes = (): void => useNotesOnMap.setState({ dataSetId: null, row: null });
export const readNote = (row: number | null): void => useNotesOnMap.setState({ row });
