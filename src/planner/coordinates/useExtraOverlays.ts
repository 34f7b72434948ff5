import type { Feature, Position } from 'geojson';
import { useMemo } from 'react';
import type { Bounds } from '../../domain/city.ts';
import type { Reading } from '../../exchange/messages.ts';
import { PALETTES } from '../../map/palette.ts';
import type { Flavour, Overlay } from '../../map/scene.ts';
import { useFiles } from '../../state/files.ts';
import { useMeasuring } from '../../state/measuring.ts';
import { drawing, overlayOf } from '../stage/overlays.ts';

/** Features of a file drawn before it is taken in; of a larger one so many are drawn, spread over the file. */
const MOST_DRAWN = 3000;

/** What lies on the planner's map besides the plan: a file that is looked through, and what is being measured. */
export function useExtraOverlays(flavour: Flavour): readonly Overlay[] {
  const reading = useFiles(({ entries, openId }) => {
    const state = entries.find(({ id }) => id === openId)?.state;
    return state?.kind === 'read' ? state.reading : null;
  });
  const kind = useMeasuring((state) => state.kind);
  const points = useMeasuring((state) => state.points);
  const { focus } = PALETTES[flavour];
  const file = useMemo(() => fileOverlay(reading, focus), [reading, focus]);
  const measured = useMemo(() => {
    const corners = points.map(([lng, lat]): Position => [lng, lat]);
    const [first] = corners;
    const drawn: Feature[] = corners.map((at) =>
      drawing({ type: 'Point', coordinates: at }, { colour: focus, radiusPixels: 4 }),
    );
    if (first && corners.length >= 2)
      drawn.push(
        kind === 'area' && corners.length >= 3
          ? drawing(
              { type: 'Polygon', coordinates: [[...corners, first]] },
              { colour: focus, widthPixels: 2 },
            )
          : drawing({ type: 'LineString', coordinates: corners }, { colour: focus, widthPixels: 2 }),
      );
    return overlayOf('measured', drawn);
  }, [kind, points, focus]);
  return useMemo(() => [file, measured], [file, measured]);
}

function fileOverlay(reading: Reading | null, colour: string): Overlay {
  if (!reading) return overlayOf('file-preview', []);
  const all = reading.background?.features ?? reading.features;
  const every = Math.max(1, Math.ceil(all.length / MOST_DRAWN));
  const drawn = all
    .filter((_, index) => index % every === 0)
    .map(({ geometry }) =>
      drawing(geometry, {
        colour,
        opacity: geometry.type.endsWith('Point') ? 0.8 : 0.12,
        radiusPixels: 4,
        widthPixels: 1.5,
      }),
    );
  const { bounds } = reading.summary;
  if (bounds) drawn.push(drawing(outlineOf(bounds), { colour, widthPixels: 1.5, line: 'dashed' }));
  return overlayOf('file-preview', drawn);
}

const outlineOf = ([west, south, east, north]: Bounds): Feature['geometry'] => ({
  type: 'LineString',
  coordinates: [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ],
});
