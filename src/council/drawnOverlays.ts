import type { Feature } from 'geojson';
import type { Flavour, LngLatPair, Overlay, OverlayProperties } from '../map/scene.ts';
import { HIGH_COLOUR } from '../state/patternPicture.ts';
import type { WalkNote } from '../state/walkNotes.ts';

const overlayOf = (id: string, features: Feature[]): Overlay => ({
  id,
  data: { type: 'FeatureCollection', features },
});

/** An area that is being drawn: its corners, the sides so far and, from three corners on, the ground inside. */
export function areaDraftOverlay(corners: readonly LngLatPair[]): Overlay {
  const inside: OverlayProperties = { opacity: 0.12, widthPixels: 2, line: 'dashed' };
  const side: OverlayProperties = { widthPixels: 2, line: 'dashed' };
  const ring = corners.map((corner) => [...corner]);
  const shape: Feature[] =
    corners.length > 2
      ? [
          {
            type: 'Feature',
            geometry: { type: 'Polygon', coordinates: [[...ring, ...ring.slice(0, 1)]] },
            properties: { ...inside },
          },
        ]
      : corners.length === 2
        ? [{ type: 'Feature', geometry: { type: 'LineString', coordinates: ring }, properties: { ...side } }]
        : [];
  const points = ring.map((coordinates, i): Feature => {
    const corner: OverlayProperties = { radiusPixels: 6, opacity: 1, label: `${i + 1}` };
    return { type: 'Feature', geometry: { type: 'Point', coordinates }, properties: { ...corner } };
  });
  return overlayOf('council-area-draft', [...shape, ...points]);
}

/** Notes of a safety walk as numbered points; the one that is read is larger. */
export function notesOverlay(notes: readonly WalkNote[], readRow: number | null, flavour: Flavour): Overlay {
  const points = notes.flatMap(({ at, row }, i): Feature[] => {
    if (!at) return [];
    const isRead = row === readRow;
    const properties: OverlayProperties = {
      colour: HIGH_COLOUR[flavour],
      radiusPixels: isRead ? 11 : 7,
      opacity: isRead ? 1 : 0.75,
      label: `${i + 1}`,
    };
    return [
      { type: 'Feature', geometry: { type: 'Point', coordinates: [...at] }, properties: { ...properties } },
    ];
  });
  return overlayOf('council-notes', points);
}
