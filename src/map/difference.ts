import type {
  LayerSpecification,
  Map as MapLibreMap,
  SourceSpecification,
  StyleSpecification,
} from 'maplibre-gl';

/**
 * One step from one style to the next. MapLibre's own `setStyle` compares the data inside the sources too,
 * which would empty ours or cost a walk through every coordinate; these steps never look at data.
 */
export type StyleStep =
  | { readonly kind: 'removeLayer'; readonly id: string }
  | { readonly kind: 'removeSource'; readonly id: string }
  | { readonly kind: 'addSource'; readonly id: string; readonly source: SourceSpecification }
  | { readonly kind: 'addLayer'; readonly layer: LayerSpecification; readonly beforeId: string | undefined }
  | {
      readonly kind: 'setPaint' | 'setLayout';
      readonly id: string;
      readonly name: string;
      readonly value: unknown;
    };

/** Whether only a fresh start leads from one style to the other (other fonts, glyphs or sprites). */
export function needsFreshStart(before: StyleSpecification, after: StyleSpecification): boolean {
  return (['font-faces', 'glyphs', 'sprite'] as const).some((part) => !same(before[part], after[part]));
}

/** The steps from `before` to `after`, in the order they must be taken. */
export function styleSteps(before: StyleSpecification, after: StyleSpecification): StyleStep[] {
  const layersBefore = new Map(before.layers.map((layer) => [layer.id, layer]));
  const layersAfter = new Map(after.layers.map((layer) => [layer.id, layer]));
  const staleSource = (id: string): boolean => !same(before.sources[id], after.sources[id]);
  const stays = (layer: LayerSpecification): boolean => {
    const next = layersAfter.get(layer.id);
    return next !== undefined && sameFrame(layer, next) && !('source' in layer && staleSource(layer.source));
  };

  const steps: StyleStep[] = [];
  for (const layer of before.layers) if (!stays(layer)) steps.push({ kind: 'removeLayer', id: layer.id });
  for (const id of Object.keys(before.sources)) if (staleSource(id)) steps.push({ kind: 'removeSource', id });
  for (const [id, source] of Object.entries(after.sources))
    if (staleSource(id)) steps.push({ kind: 'addSource', id, source });

  // from the top down, so that the layer to stand below is always there already
  let above: string | undefined;
  for (const layer of [...after.layers].reverse()) {
    const previous = layersBefore.get(layer.id);
    if (previous && stays(previous)) steps.push(...propertySteps(previous, layer));
    else steps.push({ kind: 'addLayer', layer, beforeId: above });
    above = layer.id;
  }
  return steps;
}

function propertySteps(before: LayerSpecification, after: LayerSpecification): StyleStep[] {
  const changed = (kind: 'setPaint' | 'setLayout', part: 'paint' | 'layout'): StyleStep[] => {
    const old = (before[part] ?? {}) as Record<string, unknown>;
    const next = (after[part] ?? {}) as Record<string, unknown>;
    return [...new Set([...Object.keys(old), ...Object.keys(next)])]
      .filter((name) => !same(old[name], next[name]))
      .map((name) => ({ kind, id: after.id, name, value: next[name] }));
  };
  return [...changed('setPaint', 'paint'), ...changed('setLayout', 'layout')];
}

/** Everything of a layer that has no setter worth calling. */
function sameFrame(one: LayerSpecification, other: LayerSpecification): boolean {
  const frame = ({
    paint: _p,
    layout: _l,
    ...rest
  }: LayerSpecification & { paint?: unknown; layout?: unknown }) => rest;
  return same(frame(one), frame(other));
}

/** Styles are small plain JSON without data. */
function same(one: unknown, other: unknown): boolean {
  return one === other || JSON.stringify(one) === JSON.stringify(other);
}

/** What a step is taken on: the part of a map that changes its style. */
export type StyleTarget = Pick<
  MapLibreMap,
  | 'addLayer'
  | 'addSource'
  | 'getLayer'
  | 'getSource'
  | 'removeLayer'
  | 'removeSource'
  | 'setLayoutProperty'
  | 'setPaintProperty'
>;

/** Takes one step. What a broken foreign style never managed to add is passed over. */
export function takeStep(target: StyleTarget, step: StyleStep): void {
  switch (step.kind) {
    case 'removeLayer':
      if (target.getLayer(step.id)) target.removeLayer(step.id);
      return;
    case 'removeSource':
      if (target.getSource(step.id)) target.removeSource(step.id);
      return;
    case 'addSource':
      target.addSource(step.id, step.source);
      return;
    case 'addLayer': {
      const { beforeId } = step;
      target.addLayer(step.layer, beforeId !== undefined && target.getLayer(beforeId) ? beforeId : undefined);
      return;
    }
    case 'setPaint':
      target.setPaintProperty(step.id, step.name as never, step.value as never, { validate: false });
      return;
    case 'setLayout':
      target.setLayoutProperty(step.id, step.name as never, step.value as never, { validate: false });
  }
}
