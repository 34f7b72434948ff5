import type { PropertyValue } from '../importResult.ts';
import { childOf, childrenOf, textOf, type XmlElement } from '../xml/elements.ts';

/** The shared styles of a KML document, read as simplestyle (https://github.com/mapbox/simplestyle-spec). */
export class KmlStyles {
  private readonly byId = new Map<string, XmlElement>();

  add(element: XmlElement): void {
    const id = element.attributes.id ?? element.attributes['kml:id'] ?? element.attributes['gx:id'];
    const style = element.name === 'CascadingStyle' ? childOf(element, 'Style') : element;
    if (id !== undefined && style) this.byId.set(id, style);
  }

  /** A placemark's own style goes before the shared one. */
  simpleStyle(styleUrl: string | undefined, own: XmlElement | undefined): Record<string, PropertyValue> {
    return { ...simpleStyleOf(this.resolve(styleUrl)), ...simpleStyleOf(own) };
  }

  /** Follows a style map to its "normal" style; a map of maps, or a circle, ends after a few steps. */
  private resolve(url: string | undefined): XmlElement | undefined {
    let style = this.at(url);
    for (let steps = 0; style?.name === 'StyleMap' && steps < 4; steps++) {
      const pair = childrenOf(style, 'Pair').find((one) => textOf(one, 'key') === 'normal');
      style = childOf(pair, 'Style') ?? this.at(textOf(pair, 'styleUrl'));
    }
    return style;
  }

  private at(url: string | undefined): XmlElement | undefined {
    return url?.startsWith('#') ? this.byId.get(url.slice(1)) : undefined;
  }
}

function simpleStyleOf(style: XmlElement | undefined): Record<string, PropertyValue> {
  const line = childOf(style, 'LineStyle');
  const area = childOf(style, 'PolyStyle');
  const icon = childOf(style, 'IconStyle');
  const stroke = colourOf(textOf(line, 'color'));
  const fill = colourOf(textOf(area, 'color'));
  const marker = colourOf(textOf(icon, 'color'));
  const width = Number(textOf(line, 'width') ?? Number.NaN);
  return {
    ...(stroke && { stroke: stroke.hex, 'stroke-opacity': stroke.opacity }),
    ...(Number.isFinite(width) && { 'stroke-width': width }),
    ...(fill && { fill: fill.hex, 'fill-opacity': textOf(area, 'fill') === '0' ? 0 : fill.opacity }),
    ...(marker && { 'marker-color': marker.hex }),
  };
}

/** KML writes aabbggrr. */
function colourOf(text: string | undefined): { hex: string; opacity: number } | undefined {
  const match = /^#?([\da-f]{2})([\da-f]{2})([\da-f]{2})([\da-f]{2})$/i.exec(text ?? '');
  if (!match) return undefined;
  const [, alpha = 'ff', blue, green, red] = match;
  return {
    hex: `#${red}${green}${blue}`.toLowerCase(),
    opacity: Math.round((Number.parseInt(alpha, 16) / 255) * 100) / 100,
  };
}
