import type { Feature } from 'geojson';
import type { Proposal } from '../../domain/proposal.ts';
import { PALETTES } from '../../map/palette.ts';
import type { Flavour, Overlay } from '../../map/scene.ts';
import { effectiveFeature, type Plan } from '../../proposal/apply.ts';
import { sameJson } from '../../proposal/cells.ts';
import { placeOf } from '../../proposal/measure.ts';
import type { Atlas } from '../../state/atlas.ts';
import { planFeatures, planOf } from '../../state/planning.ts';
import { drawing, overlayOf } from '../stage/overlays.ts';

const OVERLAY_ID = 'plan-difference';

/** The difference of two alternatives on the map: each thing marked by a sign, so that no colour speaks alone. */
export function differenceOverlay(
  parts: { readonly atlas: Atlas; readonly first: Proposal | null; readonly second: Proposal | null },
  flavour: Flavour,
): Overlay {
  const { atlas, first, second } = parts;
  if (!first || !second) return overlayOf(OVERLAY_ID, []);
  const [before, after] = [planOf(first, atlas.features), planOf(second, atlas.features)];
  const { focus, error } = PALETTES[flavour];
  const marks: Feature[] = [];
  for (const feature of planFeatures(second, atlas.features)) {
    const { id } = feature.properties;
    const old = effectiveFeature(before, id);
    if (old === feature) continue;
    if (!old) marks.push(...mark(feature.geometry, { id, sign: '+', colour: focus }));
    else if (!sameJson(old.geometry, feature.geometry)) marks.push(...move(before, after, id, focus));
    else if (!sameJson(old.properties, feature.properties))
      marks.push(...mark(feature.geometry, { id, sign: '≠', colour: focus }));
  }
  for (const feature of planFeatures(first, atlas.features)) {
    const { id } = feature.properties;
    if (!effectiveFeature(after, id)) marks.push(...mark(feature.geometry, { id, sign: '−', colour: error }));
  }
  return overlayOf(OVERLAY_ID, marks);
}

function mark(
  geometry: Feature['geometry'],
  { id, sign, colour }: { id: string; sign: string; colour: string },
): Feature[] {
  return [
    drawing(geometry, {
      id: `${sign}${id}`,
      colour,
      opacity: geometry.type === 'Point' ? 0.3 : 0.06,
      radiusPixels: 11,
      widthPixels: 3,
      line: sign === '−' ? 'dotted' : 'solid',
      label: sign,
    }),
  ];
}

/** Where it was, where it is, and the way between. */
function move(before: Plan, after: Plan, id: string, colour: string): Feature[] {
  const [old, now] = [effectiveFeature(before, id), effectiveFeature(after, id)];
  const [from, to] = [old && placeOf(old.geometry), now && placeOf(now.geometry)];
  if (!old || !now || !from || !to) return [];
  const way = { type: 'LineString' as const, coordinates: [[...from], [...to]] };
  return [
    drawing(old.geometry, { id: `old-${id}`, colour, opacity: 0.15, radiusPixels: 6, line: 'dotted' }),
    drawing(way, { id: `way-${id}`, colour, widthPixels: 1.5, line: 'dashed' }),
    ...mark(now.geometry, { id, sign: '→', colour }),
  ];
}
