import { lazy, Suspense, useEffect, useMemo, useRef, useState } from 'react';
import { agendaOf, type Meeting } from '../../domain/meeting.ts';
import { useText } from '../../i18n/TextProvider.tsx';
import type { Flavour } from '../../map/scene.ts';
import type { Atlas } from '../../state/atlas.ts';
import { useCouncilPapers } from '../../state/councilPapers.ts';
import { changeView, useOpen } from '../../state/store.ts';
import { Boundary } from '../../ui/Boundary.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { goalOf } from '../goal.ts';
import { nameOf } from '../places/words.ts';
import { CompareChoice } from './CompareChoice.tsx';
import { DecisionFields } from './DecisionFields.tsx';
import { PlaceSheet } from './PlaceSheet.tsx';
import { meetingTitle } from './words.ts';
import './meetingView.css';

const MeetingMap = lazy(() => import('./MeetingMap.tsx'));

interface MeetingViewProps {
  readonly atlas: Atlas;
  readonly meeting: Meeting;
  readonly flavour: Flavour;
}

/** The agenda's places one by one on the whole screen: the map, what is known, and the decision. */
export default function MeetingView({ atlas, meeting, flavour }: MeetingViewProps) {
  const text = useText();
  const { t } = text;
  const { places } = useCouncilPapers();
  const step = useOpen((state) => state.view.storyStep) ?? 1;
  const canDrawMap = useOpen((state) => state.canDrawMap);
  const agenda = agendaOf(meeting).flatMap(({ placeId }) => places.find(({ id }) => id === placeId) ?? []);
  const at = Math.min(step, agenda.length) - 1;
  const place = agenda[at];
  const go = (to: number): void => {
    if (to >= 0 && to < agenda.length) changeView({ storyStep: to + 1 });
  };
  const { dialog, isOpen } = useDialog(go, at);
  const goal = useMemo(() => (place ? goalOf(place) : null), [place]);
  return (
    <dialog
      ref={dialog}
      className="meeting-view"
      aria-label={meetingTitle(meeting, text)}
      onClose={() => changeView({ storyStep: null })}
    >
      {place && canDrawMap && isOpen && (
        <Boundary fallback={<p className="map-waiting">{t('notice.map')}</p>} onError={console.error}>
          <Suspense fallback={<p className="map-waiting">{t('map.loading')}</p>}>
            <MeetingMap atlas={atlas} flavour={flavour} place={place} goal={goal} />
          </Suspense>
        </Boundary>
      )}
      <div className="meeting-side council">
        <header>
          <p className="kicker">
            {meetingTitle(meeting, text)} · {t('meeting.view.nth', { nth: at + 1, count: agenda.length })}
          </p>
          <button
            type="button"
            className="quiet"
            aria-label={t('meeting.view.close')}
            onClick={() => dialog.current?.close()}
          >
            <Icon name="close" />
          </button>
        </header>
        {place ? (
          <div className="meeting-scroll">
            <h2 aria-live="polite">{nameOf(place, text)}</h2>
            <PlaceSheet atlas={atlas} place={place} meetingId={meeting.id} />
            <DecisionFields key={place.id} meeting={meeting} placeId={place.id} />
            <CompareChoice />
          </div>
        ) : (
          <p className="meeting-scroll">{t('meeting.agenda.none')}</p>
        )}
        <nav className="meeting-steps" aria-label={t('meeting.agenda')}>
          <button type="button" className="plain" aria-disabled={at <= 0} onClick={() => go(at - 1)}>
            {t('meeting.view.previous')}
          </button>
          <button
            type="button"
            className="primary"
            aria-disabled={at >= agenda.length - 1}
            onClick={() => go(at + 1)}
          >
            {t('meeting.view.next')}
          </button>
          <p className="muted small">{t('meeting.view.keys')}</p>
        </nav>
      </div>
    </dialog>
  );
}

/** Opens the dialog over everything, and turns pages with the keys that a presenter has at hand. */
function useDialog(go: (to: number) => void, at: number) {
  const dialog = useRef<HTMLDialogElement>(null);
  // The map measures its place when it is made: not before the dialog has one.
  const [isOpen, setOpen] = useState(false);
  const turn = useRef({ go, at });
  turn.current = { go, at };
  useEffect(() => {
    const element = dialog.current;
    element?.showModal();
    setOpen(true);
    const listen = (event: KeyboardEvent): void => {
      if (event.key !== 'PageDown' && event.key !== 'PageUp') return;
      event.preventDefault();
      turn.current.go(turn.current.at + (event.key === 'PageDown' ? 1 : -1));
    };
    element?.addEventListener('keydown', listen);
    return () => element?.removeEventListener('keydown', listen);
  }, []);
  return { dialog, isOpen };
}
