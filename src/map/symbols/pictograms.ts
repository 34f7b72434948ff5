import { disc, filled, outline, type Path, type Shape, stroke, together } from './raster.ts';

/** Width of a pictogram's strokes on the 24-unit grid it is drawn on. */
const PEN = 2;
const line = (path: Path): Shape => stroke(path, PEN);
const ring = (x: number, y: number, radius: number): Shape => outline(disc(x, y, radius), PEN);

/** A house with a gable: museums and heritage. */
const museum = together(
  line([
    [3.5, 11],
    [12, 4],
    [20.5, 11],
  ]),
  line([
    [6, 10],
    [6, 19.5],
    [18, 19.5],
    [18, 10],
  ]),
  line([
    [12, 19.5],
    [12, 14],
  ]),
);

/** Two joined notes: music, dance and theatre. */
const culture = together(
  line([
    [9, 17.5],
    [9, 6],
    [18.5, 4],
    [18.5, 15.5],
  ]),
  line([
    [9, 9],
    [18.5, 7],
  ]),
  disc(6.8, 17.7, 2.9),
  disc(16.3, 15.7, 2.9),
);

/** An open book. */
const library = together(
  line([
    [12, 7],
    [9, 5.3],
    [3.5, 5],
    [3.5, 17.5],
    [9, 17.8],
    [12, 19.5],
    [15, 17.8],
    [20.5, 17.5],
    [20.5, 5],
    [15, 5.3],
    [12, 7],
  ]),
  line([
    [12, 7],
    [12, 19.5],
  ]),
);

/** A grown-up and a child. */
const familyCentre = together(
  disc(8.5, 6, 2.8),
  line([
    [4.5, 19.5],
    [4.5, 13.8],
    [6, 11.6],
    [11, 11.6],
    [12.4, 13.4],
  ]),
  line([
    [8.5, 12],
    [8.5, 19.5],
  ]),
  disc(16.6, 11.4, 2.2),
  line([
    [13.6, 19.5],
    [13.6, 16.7],
    [19.6, 16.7],
    [19.6, 19.5],
  ]),
);

/** A game controller: places of the young. */
const youthCentre = together(
  line([
    [7, 7.5],
    [17, 7.5],
    [19.6, 10],
    [21, 16],
    [19, 18],
    [15.5, 14.8],
    [8.5, 14.8],
    [5, 18],
    [3, 16],
    [4.4, 10],
    [7, 7.5],
  ]),
  disc(9, 11.2, 1.5),
  disc(15, 11.2, 1.5),
);

/** A spruce: the outdoors. */
const outdoor = together(
  filled([
    [12, 2.5],
    [17, 9.5],
    [14.8, 9.5],
    [19.5, 17],
    [4.5, 17],
    [9.2, 9.5],
    [7, 9.5],
  ]),
  line([
    [12, 16],
    [12, 21],
  ]),
);

/** A cup: somewhere to sit down together. */
const meetingPlace = together(
  line([
    [4.5, 8],
    [16, 8],
    [16, 14],
    [13.5, 18],
    [7, 18],
    [4.5, 14],
    [4.5, 8],
  ]),
  line([
    [16, 9.5],
    [19.5, 9.5],
    [20, 12.5],
    [16, 14],
  ]),
  line([
    [8, 5],
    [8, 3.5],
  ]),
  line([
    [12.2, 5],
    [12.2, 3.5],
  ]),
);

/** A shop front with its awning: a local centre. */
const centre = together(
  filled([
    [4.5, 4],
    [19.5, 4],
    [21.5, 10.5],
    [2.5, 10.5],
  ]),
  line([
    [5, 11],
    [5, 19.5],
    [19, 19.5],
    [19, 11],
  ]),
  line([
    [12, 19.5],
    [12, 14.5],
  ]),
);

/** A plain dot for a category nobody has drawn yet. */
const unknown = ring(12, 12, 5);

const PICTOGRAMS: Readonly<Record<string, Shape>> = {
  museum,
  culture,
  library,
  'family-centre': familyCentre,
  'youth-centre': youthCentre,
  outdoor,
  'meeting-place': meetingPlace,
  centre,
};

/** The pictogram of a place category on a grid of 24 × 24 units. */
export function pictogramOf(category: string): Shape {
  return PICTOGRAMS[category] ?? unknown;
}
