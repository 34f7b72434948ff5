import { useEffect, useMemo, useRef, useState } from 'react';
import type { CouncilPlace } from '../../domain/hotspot.ts';
import { useText } from '../../i18n/TextProvider.tsx';
import { MapPane, type MapPaneHandle } from '../../map/MapPane.tsx';
import type { MapEvent } from '../../map/scene.ts';
import type { Atlas } from '../../state/atlas.ts';
import { useBasemap } from '../../state/basemap.ts';
import { contextOf } from '../../state/shown.ts';
import { useOpen } from '../../state/store.ts';
import { goalOf } from '../goal.ts';
import { presentedPlan } from '../meeting/comparison.ts';
import { councilScene, placesOverlay } from '../scene.ts';
import { type PaperPicture, paperPicture } from './picture.ts';

/** A map that does not come to rest must not keep the paper from being made. */
const PATIENCE_MS = 20_000;

export type Pictures = ReadonlyMap<string, PaperPicture>;

interface TakerProps {
  readonly atlas: Atlas;
  readonly places: readonly CouncilPlace[];
  readonly onDone: (pictures: Pictures) => void;
}

/** Takes a map picture of each place, out of sight, one after the other; always in the light colours of paper. */
export default function PictureTaker({ atlas, places, onDone }: TakerProps) {
  const [taken, setTaken] = useState<Pictures>(new Map());
  const [missed, setMissed] = useState(0);
  const done = useRef(false);
  const next = places[taken.size + missed];
  useEffect(() => {
    if (next || done.current) return;
    done.current = true;
    onDone(taken);
  }, [next, taken, onDone]);
  if (!next) return null;
  return (
    <div className="picture-taker" inert>
      <OnePicture
        key={next.id}
        atlas={atlas}
        place={next}
        onTaken={(picture) => {
          if (picture) setTaken((before) => new Map([...before, [next.id, picture]]));
          else setMissed((before) => before + 1);
        }}
      />
    </div>
  );
}

interface OneProps {
  readonly atlas: Atlas;
  readonly place: CouncilPlace;
  readonly onTaken: (picture: PaperPicture | null) => void;
}

function OnePicture({ atlas, place, onTaken }: OneProps) {
  const { t } = useText();
  const pane = useRef<MapPaneHandle>(null);
  const scene = usePaperScene(atlas, place);
  const isTaken = useRef(false);
  const end = useRef(onTaken);
  end.current = onTaken;
  const take = async (): Promise<void> => {
    if (isTaken.current) return;
    isTaken.current = true;
    const picture = await pane.current?.picture().then(paperPicture, () => null);
    end.current(picture ?? null);
  };
  useEffect(() => {
    const timer = setTimeout(() => {
      if (!isTaken.current) end.current(null);
      isTaken.current = true;
    }, PATIENCE_MS);
    return () => clearTimeout(timer);
  }, []);
  const follow = (event: MapEvent): void => {
    if (event.kind === 'idle') void take();
  };
  return (
    <MapPane
      ref={pane}
      id="map-paper"
      scene={scene}
      viewport={{ bounds: goalOf(place) ?? atlas.city.homeBounds }}
      label={t('print.picture')}
      words={{ zoomIn: '', zoomOut: '', home: '', overview: '' }}
      home={atlas.city.homeBounds}
      onEvent={follow}
    />
  );
}

/** What may be on paper: the city's public map and the place. */
function usePaperScene(atlas: Atlas, place: CouncilPlace) {
  const text = useText();
  const basemap = useBasemap();
  const layers = useOpen((state) => state.layers);
  const { language, readings } = useOpen((state) => state.view);
  return useMemo(
    () =>
      councilScene({
        ...{ atlas, basemap, text, flavour: 'light' as const, images: [] },
        shown: presentedPlan({ atlas, proposal: null, readings }),
        context: contextOf(layers),
        view: { language, selection: null },
        overlays: [placesOverlay({ places: [place], chosenId: place.id })],
      }),
    [atlas, basemap, text, layers, language, readings, place],
  );
}
