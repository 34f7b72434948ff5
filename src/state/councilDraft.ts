import { create } from 'zustand';

type LngLat = readonly [lng: number, lat: number];

/** The place that is being put on the map: nothing of it is kept before it is saved. */
interface CouncilDraft {
  /** Whether a press on the map puts the place there. */
  readonly isPlacing: boolean;
  readonly at: LngLat | null;
  readonly radiusMetres: number;
  /** The place that gets the new outline; null makes a new place. */
  readonly placeId: string | null;
}

const NO_DRAFT: CouncilDraft = { isPlacing: false, at: null, radiusMetres: 100, placeId: null };

export const useCouncilDraft = create<CouncilDraft>(() => NO_DRAFT);

/** From now on a press on the map puts a place: a new one, or an existing one somewhere else. */
export function startPlacing(placeId: string | null = null): void {
  useCouncilDraft.setState({ ...NO_DRAFT, isPlacing: true, placeId });
}

export function putDraft(at: LngLat): void {
  useCouncilDraft.setState({ at });
}

export function sizeDraft(radiusMetres: number): void {
  useCouncilDraft.setState({ radiusMetres });
}

export function stopPlacing(): void {
  useCouncilDraft.setState(NO_DRAFT);
}
