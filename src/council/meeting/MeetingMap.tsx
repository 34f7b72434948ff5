import { useEffect, useMemo, useRef, useState } from 'react';
import type { Bounds } from '../../domain/city.ts';
import type { CouncilPlace } from '../../domain/hotspot.ts';
import { useText } from '../../i18n/TextProvider.tsx';
import { MapPane, type MapPaneHandle } from '../../map/MapPane.tsx';
import type { Flavour, MapEvent, Scene, Viewport } from '../../map/scene.ts';
import type { Atlas } from '../../state/atlas.ts';
import { useBasemap } from '../../state/basemap.ts';
import { contextOf } from '../../state/shown.ts';
import { addNotice, mapCannotBeDrawn, mapTakesPictures, useOpen } from '../../state/store.ts';
import { councilScene, placesOverlay } from '../scene.ts';
import type { Side } from './comparison.ts';
import { useSides } from './useSides.ts';

/** Half the slider's handle: the line stands at its middle. */
const HANDLE_PIXELS = 24;

interface MeetingMapProps {
  readonly atlas: Atlas;
  readonly flavour: Flavour;
  readonly place: CouncilPlace;
  readonly goal: Bounds | null;
}

/** The map of the meeting; with something to compare, two maps in one place and a slider between them. */
export default function MeetingMap({ atlas, flavour, place, goal }: MeetingMapProps) {
  const { t } = useText();
  const sides = useSides(atlas);
  const [left, right] = useScenes({ atlas, flavour, place, sides });
  const base = useRef<MapPaneHandle>(null);
  const upper = useRef<MapPaneHandle>(null);
  const standing = useRef<Viewport | null>(null);
  const [share, setShare] = useState(50);
  const start = goal ? { bounds: goal } : { bounds: atlas.city.homeBounds };
  const goalText = goal?.join() ?? '';
  // biome-ignore lint/correctness/useExhaustiveDependencies: only another place moves the map
  useEffect(() => {
    if (goal) base.current?.show(goal);
  }, [goalText]);
  useEffect(() => {
    mapTakesPictures(() => base.current?.picture() ?? Promise.reject(new Error('the map is gone')));
    return () => mapTakesPictures(null);
  }, []);
  const follow = (other: React.RefObject<MapPaneHandle | null>) => (event: MapEvent) => {
    if (event.kind === 'moving' || event.kind === 'move') {
      standing.current = event.viewport;
      other.current?.follow(event.viewport);
    } else if (event.kind === 'problem' && event.problem === 'no-webgl') mapCannotBeDrawn(event.detail);
    else if (event.kind === 'problem') addNotice({ kind: 'basemap', detail: event.detail });
  };
  const pane = useMapPane(atlas);
  const edge = `calc(${HANDLE_PIXELS}px + (100% - ${2 * HANDLE_PIXELS}px) * ${share / 100})`;
  return (
    <section className="meeting-map" aria-label={t('app.view.map')}>
      <MapPane {...pane} ref={base} scene={right ?? left} viewport={start} onEvent={follow(upper)} />
      {right && (
        <>
          <div className="meeting-upper" style={{ clipPath: `inset(0 calc(100% - ${edge}) 0 0)` }}>
            <MapPane
              {...pane}
              id="map-left"
              label={sides[0].title}
              ref={upper}
              scene={left}
              viewport={standing.current ?? start}
              onEvent={follow(base)}
            />
          </div>
          <div className="meeting-edge" style={{ left: edge }} aria-hidden="true" />
          <input
            className="meeting-slider"
            type="range"
            min={0}
            max={100}
            value={share}
            aria-label={t('meeting.compare.slider', { left: sides[0].title, right: sides[1]?.title ?? '' })}
            onChange={(event) => setShare(Number(event.target.value))}
          />
          <p className="side-title side-left">{sides[0].title}</p>
          <p className="side-title side-right">{sides[1]?.title}</p>
        </>
      )}
    </section>
  );
}

function useMapPane(atlas: Atlas) {
  const { t, local } = useText();
  return {
    home: atlas.city.homeBounds,
    label: t('map.label', { city: local(atlas.city.name) }),
    words: {
      zoomIn: t('map.zoomIn'),
      zoomOut: t('map.zoomOut'),
      home: t('map.home'),
      overview: t('map.overview'),
    },
  };
}

interface ScenesAsked {
  readonly atlas: Atlas;
  readonly flavour: Flavour;
  readonly place: CouncilPlace;
  readonly sides: readonly [Side] | readonly [Side, Side];
}

/** The scenes of the sides: the same ground and place, each with its own plan or pattern. */
function useScenes({ atlas, flavour, place, sides }: ScenesAsked): readonly [Scene, Scene | null] {
  const text = useText();
  const basemap = useBasemap();
  const layers = useOpen((state) => state.layers);
  const language = useOpen((state) => state.view.language);
  const context = useMemo(() => contextOf(layers), [layers]);
  const chosen = useMemo(() => placesOverlay({ places: [place], chosenId: place.id }), [place]);
  return useMemo(() => {
    const sceneOf = ({ features, ghosts, overlays, images }: Side): Scene =>
      councilScene({
        ...{ atlas, shown: { features, ghosts }, context, view: { language, selection: null } },
        ...{ basemap, flavour, text, overlays: [...overlays, chosen], images },
      });
    const [left, right] = sides;
    return [sceneOf(left), right ? sceneOf(right) : null];
  }, [atlas, context, language, basemap, flavour, text, chosen, sides]);
}
