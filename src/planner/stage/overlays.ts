import type { Feature } from 'geojson';
import type { PlanFeature } from '../../domain/proposal.ts';
import { PALETTES } from '../../map/palette.ts';
import type { Flavour, Grip, LngLatPair, Overlay, OverlayProperties } from '../../map/scene.ts';
import { sectorOf } from '../../map/sector.ts';
import type { BackgroundByKind } from '../../state/background.ts';

/** A GeoJSON feature that says how it looks. */
export const drawing = (geometry: Feature['geometry'], properties: OverlayProperties): Feature => ({
  type: 'Feature',
  geometry,
  properties: { ...properties },
});

export const overlayOf = (id: string, features: readonly Feature[]): Overlay => ({
  id,
  data: { type: 'FeatureCollection', features: [...features] },
});

const point = (at: LngLatPair): Feature['geometry'] => ({ type: 'Point', coordinates: [...at] });

/** What is being carried, drawn light enough that each frame of a drag is cheap. */
export function heldOverlay(features: readonly PlanFeature[], colour: string): Overlay {
  return overlayOf(
    'plan-held',
    features.flatMap(({ geometry, properties }) => {
      const { id } = properties;
      if (properties.kind !== 'camera' || geometry.type !== 'Point')
        return [
          drawing(geometry, { id, colour, widthPixels: 3, radiusPixels: 7, opacity: pointOpacity(geometry) }),
        ];
      const [lng = 0, lat = 0] = geometry.coordinates;
      return [
        drawing(sectorOf([lng, lat], properties), {
          id: `${id}-view`,
          colour,
          opacity: 0.2,
          widthPixels: 1.5,
        }),
        drawing(geometry, { id, colour, radiusPixels: 8 }),
      ];
    }),
  );
}

const pointOpacity = ({ type }: Feature['geometry']): number => (type === 'Point' ? 1 : 0.2);

/** What the proposal takes away: faint, so that it is seen to be missed. */
export function removedOverlay(features: readonly PlanFeature[], flavour: Flavour): Overlay {
  const colour = PALETTES[flavour].muted;
  return overlayOf(
    'plan-removed',
    features.map(({ geometry, properties }) =>
      drawing(geometry, {
        id: properties.id,
        colour,
        opacity: geometry.type === 'Point' ? 0.4 : 0.04,
        radiusPixels: 5,
        widthPixels: 1.5,
        line: 'dotted',
      }),
    ),
  );
}

const GRIP_LOOKS = {
  corner: { radiusPixels: 6, opacity: 1 },
  middle: { radiusPixels: 4, opacity: 0.55 },
  turn: { radiusPixels: 8, opacity: 1 },
} as const;

/** The handles. */
export function gripsOverlay(grips: readonly Grip[], flavour: Flavour): Overlay {
  const { focus, ink } = PALETTES[flavour];
  return overlayOf(
    'plan-grips',
    grips.map(({ id, at, look, isChosen }) =>
      drawing(point(at), {
        id,
        colour: isChosen ? ink : focus,
        ...GRIP_LOOKS[look],
        ...(isChosen && { radiusPixels: 9 }),
      }),
    ),
  );
}

/** What lies around: quiet, so that the plan stands out. */
export function backgroundOverlay(around: BackgroundByKind, flavour: Flavour): Overlay {
  const { building, roadCasing, muted } = PALETTES[flavour];
  return overlayOf('plan-background', [
    ...around.buildings.map(({ geometry, properties }) =>
      drawing(geometry, { id: `b-${properties.id}`, colour: building, opacity: 0.7, widthPixels: 0 }),
    ),
    ...around.paths.map(({ geometry, properties }) =>
      drawing(geometry, { id: `p-${properties.id}`, colour: roadCasing, widthPixels: 2 }),
    ),
    ...around.lamps.map(({ geometry, properties }) =>
      drawing(geometry, { id: `l-${properties.id}`, colour: muted, radiusPixels: 2.5, opacity: 0.7 }),
    ),
    ...around.cameras.map(({ geometry, properties }) =>
      drawing(geometry, { id: `c-${properties.id}`, colour: muted, radiusPixels: 4, opacity: 0.7 }),
    ),
  ]);
}
