import type { Feature, MultiPolygon, Polygon } from 'geojson';
import type { ContextFeature } from '../domain/feature.ts';
import { boundingBox, labelPoint } from './anchor.ts';

type Surface = ContextFeature & { readonly geometry: Polygon | MultiPolygon };

const isSurface = (feature: ContextFeature): feature is Surface =>
  feature.geometry.type === 'Polygon' || feature.geometry.type === 'MultiPolygon';

/**
 * The context as the style reads it, with a point for the name of every town and lake. A lake is named where it is
 * widest, and once more beside the largest town, where people look. A gazetteer's point named like a town is left out.
 */
export function contextFeatures(features: readonly ContextFeature[]): Feature[] {
  const ofKind = (context: string): Surface[] =>
    features.filter(
      (feature): feature is Surface => isSurface(feature) && feature.properties.context === context,
    );
  const towns = ofKind('built-up')
    .map((town) => ({ town, box: boundingBox(town.geometry) }))
    .sort((a, b) => size(b.box) - size(a.box));
  const townNames = new Set(towns.map(({ town }) => town.properties.name));
  return [
    ...features
      .filter(({ properties: { context, name } }) => context !== 'named-place' || !townNames.has(name))
      .map(contextFeature),
    ...towns.map(({ town }, rank) => {
      const named = nameAt(town, labelPoint(town.geometry), 'town');
      return { ...named, properties: { ...named.properties, rank } };
    }),
    ...ofKind('lake').flatMap((lake) => [
      nameAt(lake, labelPoint(lake.geometry), 'lake-name'),
      ...towns.slice(0, 1).map(({ box }) => nameAt(lake, labelPoint(lake.geometry, box), 'lake-name')),
    ]),
  ];
}

const size = ([west, south, east, north]: ReturnType<typeof boundingBox>): number =>
  (east - west) * (north - south);

function nameAt({ properties }: Surface, at: readonly [number, number], context: string): Feature {
  return {
    type: 'Feature',
    geometry: { type: 'Point', coordinates: [...at] },
    properties: { id: properties.id, context, ...(properties.name && { label: properties.name }) },
  };
}

function contextFeature({ geometry, properties }: ContextFeature): Feature {
  const { context, id, name } = properties;
  return {
    type: 'Feature',
    geometry,
    properties: {
      id,
      context,
      // two neighbourhoods that share one statistical area are written below each other
      ...(name && { label: name.replace(/-(?=\p{Lu})/gu, '\n') }),
    },
  };
}
