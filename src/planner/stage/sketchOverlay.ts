import type { Feature } from 'geojson';
import { PALETTES } from '../../map/palette.ts';
import type { Flavour, Overlay } from '../../map/scene.ts';
import type { useSketch } from '../../state/sketch.ts';
import { drawing, overlayOf } from './overlays.ts';

type Sketch = ReturnType<typeof useSketch.getState>;

/** What is being drawn: the line so far with where its next corner lands, a sweep, and poles not yet placed. */
export function sketchOverlay({ corners, cursor, ring, preview, snap }: Sketch, flavour: Flavour): Overlay {
  const { focus, ink } = PALETTES[flavour];
  const point = (at: readonly [number, number], id: string, radiusPixels: number): Feature =>
    drawing({ type: 'Point', coordinates: [...at] }, { id, colour: focus, radiusPixels });
  const line = [...corners, ...(cursor && corners.length > 0 ? [cursor] : [])].map((corner) => [...corner]);
  const drawn: Feature[] = corners.map((corner, index) => point(corner, `corner-${index}`, 5));
  if (line.length > 1)
    drawn.push(
      drawing({ type: 'LineString', coordinates: line }, { id: 'line', colour: focus, widthPixels: 3 }),
    );
  if (cursor && corners.length > 0) drawn.push(point(cursor, 'cursor', snap === 'free' ? 4 : 8));
  if (ring.length > 2) {
    const closed = [...ring, ring[0] ?? [0, 0]].map((corner) => [...corner]);
    drawn.push(
      drawing(
        { type: 'Polygon', coordinates: [closed] },
        { id: 'ring', colour: focus, opacity: 0.08, widthPixels: 2, line: 'dashed' },
      ),
    );
  }
  preview.forEach((at, index) => {
    drawn.push(
      drawing(
        { type: 'Point', coordinates: [...at] },
        { id: `preview-${index}`, colour: ink, radiusPixels: 5, opacity: 0.6 },
      ),
    );
  });
  return overlayOf('plan-sketch', drawn);
}
