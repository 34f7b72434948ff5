import { describe, expect, it } from 'vitest';
import { type BackgroundPart, replaceBackground, useBackground } from '../../src/state/background.ts';
import { tilesInView } from '../../src/state/streetBackground.ts';

const screen = { width: 1280, height: 800 };

describe('the tiles a planner needs', () => {
  it('is the one below the centre first, then its neighbours', () => {
    // 16.5° E, 59.6° N lies in tile 8942/4794 of zoom 14, by the arsinh formula of the OpenStreetMap wiki (slippy map tilenames).
    const tiles = tilesInView({ center: [16.5, 59.6], zoom: 16 }, screen, 14);
    expect(tiles[0]).toEqual({ x: 8942, y: 4794 });
    expect(tiles.length).toBeGreaterThanOrEqual(1);
    expect(tiles.length).toBeLessThanOrEqual(4);
  });

  it('is nothing from far away and never more than sixteen', () => {
    expect(tilesInView({ center: [16.5, 59.6], zoom: 14 }, screen, 14)).toEqual([]);
    const wide = tilesInView({ center: [16.5, 59.6], zoom: 14.5 }, { width: 8000, height: 8000 }, 14);
    expect(wide).toHaveLength(16);
  });

  it('holds every corner of the view', () => {
    const [lng, lat, zoom] = [16.4999, 59.6001, 15];
    const tiles = tilesInView({ center: [lng, lat], zoom }, screen, 14);
    const world = 512 * 2 ** zoom;
    for (const dx of [-640, 0, 640])
      for (const dy of [-400, 0, 400]) {
        const x = ((lng + 180) / 360) * world + dx;
        const mercator = Math.log(Math.tan(Math.PI / 4 + (lat * Math.PI) / 360));
        const y = ((1 - mercator / Math.PI) / 2) * world + dy;
        expect(tiles).toContainEqual({ x: Math.floor(x / 1024), y: Math.floor(y / 1024) });
      }
  });
});

describe('the parts of the background', () => {
  const part = (title: string): BackgroundPart => ({ title, features: [] });

  it('are replaced by origin in one change; others keep theirs', () => {
    replaceBackground('', { file: part('file'), 'streets:1-1': part('one') });
    let changes = 0;
    const stop = useBackground.subscribe(() => changes++);
    replaceBackground('streets:', { 'streets:1-2': part('two'), 'streets:1-3': part('three') });
    stop();
    expect(Object.keys(useBackground.getState().parts)).toEqual(['file', 'streets:1-2', 'streets:1-3']);
    expect(changes).toBe(1);
  });
});
