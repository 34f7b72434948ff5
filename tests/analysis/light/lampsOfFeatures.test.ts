import { describe, expect, it } from 'vitest';
import { bearingTowardsPath, lampsOfFeatures } from '../../../src/analysis/light/lampsOfFeatures.ts';
import type { LightFeature } from '../../../src/domain/feature.ts';
import type { Line } from '../../../src/geometry/line.ts';
import type { Plane } from '../../../src/geometry/plane.ts';
import { opticFile } from '../photometry/fixtures.ts';

/** A plane whose metres are degrees: what matters here is not the projection. */
const flat: Plane = { toPlane: ([lng, lat]) => [lng, lat], toLngLat: ([east, north]) => [east, north] };
const aLight = (id: string, at: [number, number], known: { heightMetres?: number; fluxLumens?: number }) =>
  ({
    type: 'Feature',
    geometry: { type: 'Point', coordinates: at },
    properties: { kind: 'light', id, ...known },
  }) as unknown as LightFeature;
const along: Line = [
  [0, 0],
  [100, 0],
];
const across: Line = [
  [50, -40],
  [50, 40],
];

describe('lamps of the map', () => {
  it('with height and flux are calculated, the others are unknown', () => {
    const photometry = opticFile('ts-path-s.ldt');
    const assumed = { plane: flat, photometry, maintenanceFactor: 0.8, paths: [along] };
    const features = [
      aLight('both', [10, 2], { heightMetres: 5, fluxLumens: 2000 }),
      aLight('no-flux', [20, 2], { heightMetres: 5 }),
      aLight('no-height', [30, 2], { fluxLumens: 2000 }),
    ];
    const { lamps, unknownLamps } = lampsOfFeatures(features, assumed);
    expect(lamps).toEqual([
      {
        id: 'both',
        eastMetres: 10,
        northMetres: 2,
        heightMetres: 5,
        fluxLumens: 2000,
        photometry,
        maintenanceFactor: 0.8,
        bearingDegrees: 180,
      },
    ]);
    expect(unknownLamps).toEqual([
      { id: 'no-flux', eastMetres: 20, northMetres: 2 },
      { id: 'no-height', eastMetres: 30, northMetres: 2 },
    ]);
  });

  it('point at the nearest path', () => {
    expect(bearingTowardsPath([10, -3], [along, across])).toBe(0);
    expect(bearingTowardsPath([47, 20], [along, across])).toBe(90);
    expect(bearingTowardsPath([20, 0], [along])).toBe(180);
    expect(bearingTowardsPath([20, 5], [])).toBe(0);
  });
});
