import { lazy, type RefObject, Suspense, useCallback, useEffect, useRef, useState } from 'react';
import { type Text, useText } from '../../i18n/TextProvider.tsx';
import type { MapPaneHandle } from '../../map/MapPane.tsx';
import type { Atlas } from '../../state/atlas.ts';
import { contextOf } from '../../state/shown.ts';
import { useOpen } from '../../state/store.ts';
import { Icon } from '../../ui/Icon.tsx';
import type { Sight } from './inView.ts';

const InViewList = lazy(() => import('./InViewList.tsx'));
const KeysHelp = lazy(() => import('./KeysHelp.tsx'));

interface MapKeysProps {
  readonly atlas: Atlas;
  readonly pane: RefObject<MapPaneHandle | null>;
  /** Is called whenever the map has come to rest. */
  readonly atRest: RefObject<() => void>;
  /** Shows one feature as chosen while the list is stepped through. */
  readonly onPreview: (featureId: string | null) => void;
  readonly onChoose: (featureId: string) => void;
}

/** The map by keyboard and ear: what is in view as a list, a crosshair, spoken summaries, and a list of the keys. */
export function MapKeys({ atlas, pane, atRest, onPreview, onChoose }: MapKeysProps) {
  const text = useText();
  const { t } = text;
  const tools = useRef<HTMLDivElement>(null);
  const spoken = useRef('');
  const [sight, setSight] = useState<Sight | null>(null);
  const [words, setWords] = useState('');
  const [opened, setOpened] = useState<'list' | 'help' | null>(null);

  const look = useCallback(async (): Promise<void> => {
    const { sightOf } = await import('./inView.ts');
    const viewport = pane.current?.viewport();
    if (!pane.current || !viewport) return;
    const { center, zoom } = viewport;
    const context = contextOf(useOpen.getState().layers);
    const seen = sightOf({ atlas, context, ids: pane.current.inView(), center });
    const summary = summaryOf(seen, zoom, text);
    setSight(seen);
    if (spoken.current !== summary) setWords(summary);
    spoken.current = summary;
  }, [atlas, pane, text]);

  useEffect(() => {
    // Whoever moves the map with a mouse sees it; only who is in it by keyboard is told.
    atRest.current = () => {
      if (opened === 'list' || isOnMap()) void look();
    };
  }, [atRest, opened, look]);

  useEffect(() => {
    const stage = tools.current?.closest('.stage');
    const onKey = (event: Event): void => {
      if (!(event instanceof KeyboardEvent) || event.ctrlKey || event.metaKey || event.altKey) return;
      const isInMap = isOnMap() || tools.current?.contains(document.activeElement);
      if (!isInMap) return;
      if (event.key === '?') setOpened('help');
      else if (event.key.toLowerCase() === 'l' && isOnMap()) setOpened('list');
      else return;
      event.preventDefault();
    };
    const onFocus = (): void => {
      if (isOnMap()) void look();
    };
    stage?.addEventListener('keydown', onKey);
    stage?.addEventListener('focusin', onFocus);
    return () => {
      stage?.removeEventListener('keydown', onKey);
      stage?.removeEventListener('focusin', onFocus);
    };
  }, [look]);

  useEffect(() => {
    if (opened === 'list') void look();
  }, [opened, look]);

  // Escape in the text that a choice led to goes back to where the choice was made.
  useEffect(() => {
    if (opened !== 'list') return;
    const reading = document.getElementById('content');
    const onKey = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape' || event.defaultPrevented || event.target instanceof HTMLInputElement)
        return;
      tools.current?.querySelector<HTMLElement>('[role="listbox"]')?.focus();
    };
    reading?.addEventListener('keydown', onKey);
    return () => reading?.removeEventListener('keydown', onKey);
  }, [opened]);

  const leaveList = (): void => {
    setOpened(null);
    onPreview(null);
    pane.current?.focus();
  };
  return (
    <>
      <div className="map-keys" ref={tools}>
        <button
          type="button"
          id="map-list"
          className="map-key"
          aria-expanded={opened === 'list'}
          aria-label={t('keys.list')}
          title={t('keys.list')}
          onClick={() => (opened === 'list' ? leaveList() : setOpened('list'))}
        >
          <Icon name="list" size={22} />
        </button>
        <button
          type="button"
          className="map-key"
          aria-label={t('keys.help')}
          title={t('keys.help')}
          onClick={() => setOpened('help')}
        >
          <span aria-hidden="true">?</span>
        </button>
        {opened === 'list' && sight && (
          <Suspense fallback={null}>
            <InViewList
              atlas={atlas}
              sight={sight}
              onPreview={onPreview}
              onLeave={leaveList}
              onChoose={(feature) => {
                setWords(t('keys.chosen', { name: text.local(feature.properties.name) }));
                onChoose(feature.properties.id);
                // What was chosen before is not drawn anew, so its heading does not take the focus by itself.
                document.querySelector<HTMLElement>('#content .details-heading h2')?.focus();
              }}
            />
          </Suspense>
        )}
      </div>
      <p className="only-read" role="status" id="map-words">
        {words}
      </p>
      <div className="crosshair" aria-hidden="true" />
      {opened === 'help' && (
        <Suspense fallback={null}>
          <KeysHelp onClose={() => setOpened(null)} />
        </Suspense>
      )}
    </>
  );
}

const isOnMap = (): boolean => document.activeElement?.classList.contains('maplibregl-canvas') ?? false;

/** What is in view and where its middle lies, in one breath. */
function summaryOf({ counts, measureCount, middle, features }: Sight, zoom: number, text: Text): string {
  const { t, local, format } = text;
  const parts = (['area', 'strak', 'place', 'camera', 'light'] as const)
    .filter((kind) => counts[kind] > 0)
    .map((kind) => t(`keys.count.${kind}`, { count: counts[kind] }));
  const area = middle.areas[0];
  const name = middle.neighbourhood ?? (area ? local(area.properties.name) : null);
  return [
    features.length === 0
      ? t('keys.nothing')
      : t('keys.summary', { parts: parts.join(', '), measures: measureCount }),
    name ? t('keys.middle', { name }) : t('keys.middleUnknown'),
    t('keys.zoom', { zoom: format.number(zoom, 1) }),
  ].join(' ');
}
