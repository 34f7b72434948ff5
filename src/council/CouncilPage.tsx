import { lazy, Suspense, useEffect } from 'react';
import type { Manifest } from '../domain/feature.ts';
import { useText } from '../i18n/TextProvider.tsx';
import type { Flavour } from '../map/scene.ts';
import { useAreaDrawing } from '../state/areaDrawing.ts';
import type { Atlas } from '../state/atlas.ts';
import { usePatterns } from '../state/councilData.ts';
import { useCouncilDraft } from '../state/councilDraft.ts';
import { useNotesOnMap } from '../state/notesOnMap.ts';
import { openPapers, usePapers } from '../state/papers.ts';
import { addNotice, changeView, useOpen } from '../state/store.ts';
import { formatView, type View } from '../state/view.ts';
import { Boundary } from '../ui/Boundary.tsx';
import { Segments } from '../ui/Choice.tsx';
import { AuthorName } from './AuthorName.tsx';
import { KeptNote } from './KeptNote.tsx';
import { Ledger } from './places/Ledger.tsx';
import { UndoTools } from './UndoTools.tsx';
import './council.css';

const CouncilStage = lazy(() => import('./CouncilStage.tsx'));
const PlacesDesk = lazy(() => import('./places/PlacesDesk.tsx'));
const NoteCard = lazy(() => import('./data/WalkNotes.tsx').then(({ NoteCard }) => ({ default: NoteCard })));
const DataDesk = lazy(() => import('./data/DataDesk.tsx'));
const PatternsDesk = lazy(() => import('./patterns/PatternsDesk.tsx'));
const PatternNote = lazy(() => import('./patterns/PatternNote.tsx'));
const EvaluationDesk = lazy(() => import('./evaluation/EvaluationDesk.tsx'));
const MeetingDesk = lazy(() => import('./meeting/MeetingDesk.tsx'));

/** What every room is given by the roof. */
interface CouncilPageProps {
  readonly atlas: Atlas;
  readonly manifest: Manifest;
  readonly flavour: Flavour;
}

const DESKS = ['places', 'data', 'patterns', 'evaluation', 'meeting'] as const;
type Desk = (typeof DESKS)[number];

const deskOf = ({ desk }: View): Desk => DESKS.find((each) => each === desk) ?? 'places';

const mapCouldNotLoad = (detail: string): void => addNotice({ kind: 'map', detail });

/** The council's room: a desk on the left, the map on the right. */
export default function CouncilPage({ atlas, flavour }: CouncilPageProps) {
  const { t } = useText();
  const view = useOpen((state) => state.view);
  const canDrawMap = useOpen((state) => state.canDrawMap);
  const isOpen = usePapers(({ workspace }) => workspace !== null);
  useEffect(() => void openPapers(atlas.city.id), [atlas.city.id]);
  const desk = deskOf(view);
  const showsList = desk === 'places' && (view.pane === 'list' || !canDrawMap);
  // The meeting view has its own map, and two are enough.
  const isPointing = useIsPointing(desk);
  const isDrawn = usePatterns(({ overlays, images }) => overlays.length + images.length > 0);
  // At its own desk, and where areas are followed up, what is drawn is told beside it.
  const hasPattern = isDrawn && (desk === 'places' || desk === 'meeting');
  const isMeeting = desk === 'meeting' && view.storyStep !== null;
  return (
    <div className={isPointing ? 'page council is-pointing' : 'page council'}>
      <main className="panel" id="content" tabIndex={-1}>
        <div className="council-head">
          <h2>{t('council.title')}</h2>
          <AuthorName />
        </div>
        <DeskDoors desk={desk} view={view} />
        <KeptNote />
        {isOpen && <UndoTools />}
        {hasPattern && (
          <Suspense fallback={null}>
            <PatternNote />
          </Suspense>
        )}
        <Suspense fallback={<p role="status">{t('app.loading')}</p>}>
          {isOpen ? (
            <OpenDesk desk={desk} atlas={atlas} flavour={flavour} />
          ) : (
            <p role="status">{t('app.loading')}</p>
          )}
        </Suspense>
      </main>
      <section className="stage" aria-label={t('app.view')}>
        {desk === 'places' && canDrawMap && (
          <div className="stage-bar">
            <Segments
              label={t('app.view')}
              value={showsList ? 'list' : 'map'}
              options={[
                { value: 'map', label: t('app.view.map') },
                { value: 'list', label: t('app.view.list') },
              ]}
              onChange={(pane) => changeView({ pane })}
            />
          </div>
        )}
        {isMeeting ? null : showsList && isOpen ? (
          <Ledger atlas={atlas} />
        ) : canDrawMap ? (
          <Boundary fallback={<p className="map-waiting">{t('notice.map')}</p>} onError={mapCouldNotLoad}>
            <Suspense fallback={<p className="map-waiting">{t('map.loading')}</p>}>
              <CouncilStage atlas={atlas} flavour={flavour} />
              {desk === 'data' && <NoteCard atlas={atlas} />}
            </Suspense>
          </Boundary>
        ) : (
          <p className="map-waiting">{t('meeting.noMap')}</p>
        )}
      </section>
    </div>
  );
}

/** Whether the map is needed beside the form: on a phone it then stays in sight. */
function useIsPointing(desk: Desk): boolean {
  const isPlacing = useCouncilDraft((state) => state.isPlacing);
  const isDrawing = useAreaDrawing((state) => state.role !== null);
  const isReading = useNotesOnMap((state) => state.dataSetId !== null);
  return isPlacing || isDrawing || (isReading && desk === 'data');
}

function DeskDoors({ desk, view }: { desk: Desk; view: View }) {
  const { t } = useText();
  return (
    <nav className="desks" aria-label={t('meeting.desks')}>
      {DESKS.map((each) => {
        const next = {
          desk: each === 'places' ? null : each,
          paperId: null,
          comparedId: null,
          selection: null,
          storyStep: null,
        };
        return (
          <a
            key={each}
            href={formatView({ ...view, ...next })}
            aria-current={each === desk ? 'page' : undefined}
            onClick={(event) => {
              if (event.metaKey || event.ctrlKey || event.shiftKey) return;
              event.preventDefault();
              changeView(next);
            }}
          >
            {t(`meeting.desk.${each}`)}
          </a>
        );
      })}
    </nav>
  );
}

function OpenDesk({ desk, atlas, flavour }: { desk: Desk; atlas: Atlas; flavour: Flavour }) {
  switch (desk) {
    case 'places':
      return <PlacesDesk atlas={atlas} />;
    case 'data':
      return <DataDesk atlas={atlas} />;
    case 'patterns':
      return <PatternsDesk atlas={atlas} />;
    case 'evaluation':
      return <EvaluationDesk atlas={atlas} />;
    case 'meeting':
      return <MeetingDesk atlas={atlas} flavour={flavour} />;
  }
}
