import type { ExpressionSpecification } from 'maplibre-gl';
import type { Palette } from '../palette.ts';
import type { Scene } from '../scene.ts';

/** What a layer needs to know of the scene: the palette and how programmes are coloured in it. */
export interface Brush {
  readonly palette: Palette;
  /** The colour of the feature's programme, from its `programme` property. */
  readonly programmeColour: ExpressionSpecification;
  /** The image id of a symbol in the feature's programme colour. */
  symbol(shape: string, variant: ExpressionSpecification | string): ExpressionSpecification;
}

/** Mixes the brush of a scene. */
export function brushOf({ city, flavour }: Pick<Scene, 'city' | 'flavour'>, palette: Palette): Brush {
  const branches = city.programmes.flatMap(({ id, colour }) => [id, colour[flavour]]);
  const hex: ExpressionSpecification | string =
    branches.length === 0
      ? palette.fallback
      : ([
          'match',
          ['get', 'programme'],
          ...branches,
          palette.fallback,
        ] as unknown as ExpressionSpecification);
  return {
    palette,
    programmeColour: ['to-color', hex],
    symbol: (shape, variant) => [
      'concat',
      `${shape}/`,
      variant,
      '/',
      ['coalesce', ['get', 'accuracy'], 'derived'],
      '/',
      hex,
      `/${flavour}`,
    ],
  };
}
