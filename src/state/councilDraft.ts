import { create } from 'zustand';

type LngLat = readonly [lng: number, lat: number];

/** The place that is being put on the map: nothing of it is kept before it is saved. */
interface CouncilDraft {
  /** Whether a press on the map puts the place there. */
  readonly isPlacing: boolean;
  readonly at: LngLat | null;
  readonly radiusMetres: number;
  /** The feature of the map that the place is taken from, if it is. */
  readonly featureId: string | null;
  /** The place that gets the new outline; null makes a new place. */
  readonly placeId: string | null;
}

const NO_DRAFT: CouncilDraft = {
  isPlacing: false,
  at: null,
  radiusMetres: 100,
  featureId: null,
  placeId: null,
};

export const useCouncilDraft = create<CouncilDraft>(() => NO_DRAFT);

/** From now on a press on the map puts a place: a new one, or an existing one somewhere else. */
export function startPlacing(placeId: string | null = null): void {
  useCouncilDraft.setState({ ...NO_DRAFT, isPlacing: true, placeId });
}

/** Puts the place where the map was pressed. */
export function putDraft(at: LngLat): void {
  useCouncilDraft.setState({ at, featureId: null });
}

/** Takes the place from a feature; `at` is its middle. */
export function takeDraft(featureId: string | null, at: LngLat | null): void {
  useCouncilDraft.setState({ at, featureId });
}

export function sizeDraft(radiusMetres: number): void {
  useCouncilDraft.setState({ radiusMetres });
}

export function stopPlacing(): void {
  useCouncilDraft.setState(NO_DRAFT);
}
