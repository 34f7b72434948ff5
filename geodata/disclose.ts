/**
 * Question: what of each camera may be in the public layers?
 * Method: what its disclosure says (`analysis/sight/disclosure.ts`). exact: as it is. area: a square of a fixed grid, one for all
 *   cameras in it, without their names, directions or stråk. secret: nothing.
 */

import { PUBLIC_CELL_METRES, publicCellOf } from '../src/analysis/sight/disclosure.ts';
import type { CameraFeature } from '../src/domain/feature.ts';
import type { LngLat, Plane } from '../src/geometry/plane.ts';
import { say } from './city/say.ts';
import type { Draft } from './recipe.ts';

/** A draft that is a camera with a place. */
export const cameraOf = ({ properties, geometry }: Draft): CameraFeature | undefined =>
  properties.kind === 'camera' && geometry.type === 'Point'
    ? { type: 'Feature', properties, geometry }
    : undefined;

const signed = (value: number): string => (value < 0 ? `m${-value}` : `${value}`);

function squareOf(draft: Draft, { properties, geometry }: CameraFeature, plane: Plane): Draft {
  const [lng = Number.NaN, lat = Number.NaN] = geometry.coordinates;
  const cell = publicCellOf(plane.toPlane([lng, lat] satisfies LngLat));
  const [column, row] = (cell[0] ?? [0, 0]).map((metres) => Math.round(metres / PUBLIC_CELL_METRES));
  const ring = [...cell, ...cell.slice(0, 1)].map((point) => [...plane.toLngLat(point)]);
  const { measureIds, namndId, status, provenance } = properties;
  return {
    type: 'Feature',
    properties: {
      kind: 'area',
      // as the planner's publication names it, so that the same square is the same area
      id: `kameraruta-${signed(column ?? 0)}-${signed(row ?? 0)}`,
      name: say('Kamerabevakad ruta', 'Square with camera surveillance', 'Kameravalvottu ruutu'),
      measureIds,
      namndId,
      status,
      provenance,
      areaKm2: (PUBLIC_CELL_METRES / 1000) ** 2,
    },
    geometry: { type: 'Polygon', coordinates: [ring] },
    from: draft.from,
  };
}

/** One layer's drafts as the public may have them. `squares` holds those already made, for all layers. */
export function disclosed(drafts: readonly Draft[], plane: Plane, squares: Set<string>): Draft[] {
  return drafts.flatMap((draft): Draft[] => {
    const camera = cameraOf(draft);
    if (camera === undefined || camera.properties.disclosure === 'exact') return [draft];
    if (camera.properties.disclosure === 'secret') return [];
    const square = squareOf(draft, camera, plane);
    const isNew = !squares.has(square.properties.id);
    squares.add(square.properties.id);
    return isNew ? [square] : [];
  });
}
