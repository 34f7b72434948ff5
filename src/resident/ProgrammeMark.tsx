import type { CSSProperties } from 'react';
import type { Programme } from '../domain/city.ts';

/** The programme's colours as CSS variables; the theme decides which one is used. */
export function programmeStyle(programme: Programme): CSSProperties {
  return {
    '--programme-light': programme.colour.light,
    '--programme-night': programme.colour.night,
  } as CSSProperties;
}

/** Letter on the programme's colour: colour never speaks alone. */
export function ProgrammeMark({ programme }: { programme: Programme }) {
  return (
    <span className="programme-mark" style={programmeStyle(programme)} aria-hidden="true">
      {programme.letter}
    </span>
  );
}
