import { lazy, Suspense, useMemo } from 'react';
import type { Manifest } from '../domain/feature.ts';
import { useText } from '../i18n/TextProvider.tsx';
import type { Flavour } from '../map/scene.ts';
import { type Atlas, featuresOfSelection } from '../state/atlas.ts';
import { shownFeatures } from '../state/shown.ts';
import { addNotice, changeView, useOpen } from '../state/store.ts';
import { formatView } from '../state/view.ts';
import { Boundary } from '../ui/Boundary.tsx';
import { Segments } from '../ui/Choice.tsx';
import { useArrival } from '../ui/useArrival.ts';
import { FeatureDetails } from './FeatureDetails.tsx';
import { Legend } from './Legend.tsx';
import { MeasureDetails } from './MeasureDetails.tsx';
import { MoneyDetails } from './MoneyDetails.tsx';
import { Notices } from './Notices.tsx';
import { Overview } from './Overview.tsx';
import { PrintButton } from './PrintButton.tsx';
import { ShareButton } from './ShareButton.tsx';
import { isTelling } from './story/steps.ts';

const FeatureTable = lazy(() => import('./FeatureTable.tsx'));
const AnswerDetails = lazy(() => import('./AnswerDetails.tsx'));
const MoneyPane = lazy(() => import('./money/MoneyPane.tsx'));
const Story = lazy(() => import('./Story.tsx'));
const Statement = lazy(() => import('./Statement.tsx'));

/** When what stands on the page now can be seen; a page in the background is not waited for. */
const painted = (): Promise<void> =>
  new Promise((resolve) => {
    requestAnimationFrame(() => setTimeout(resolve));
    setTimeout(resolve, LONGEST_FRAME_MS);
  });
const LONGEST_FRAME_MS = 250;

/** Making a map takes a while: the panel is shown first. */
const loadMapStage = () => Promise.all([import('./MapStage.tsx'), painted()]).then(([stage]) => stage);
const loadSearchField = () => import('./SearchField.tsx');

/** What can stand on the stage beside the panel. */
const STAGES = ['map', 'list', 'money'] as const;

const mapCouldNotLoad = (detail: string): void => addNotice({ kind: 'map', detail });

/** The public page: the package in words on the left, the same on the map or in the list. */
export function ResidentPage({
  atlas,
  manifest,
  flavour,
}: {
  atlas: Atlas;
  manifest: Manifest;
  flavour: Flavour;
}) {
  const { t } = useText();
  const view = useOpen((state) => state.view);
  const layers = useOpen((state) => state.layers);
  const canDrawMap = useOpen((state) => state.canDrawMap);
  const hasMap = useOpen((state) => state.takePicture !== null);
  const { features } = useMemo(() => shownFeatures(atlas, layers, view), [atlas, layers, view]);
  const selectedIds = useMemo(() => {
    const ids = featuresOfSelection(atlas, view.selection).map((feature) => feature.properties.id);
    return new Set(view.selection?.kind === 'measure' ? [...ids, `measure:${view.selection.id}`] : ids);
  }, [atlas, view.selection]);
  const showsMoney = view.pane === 'money';
  const showsList = !showsMoney && (view.pane === 'list' || !canDrawMap);
  return (
    <div className={view.isEmbedded ? 'page embedded' : 'page'}>
      <main className="panel" id="content" tabIndex={-1}>
        {hasMap && (
          <a className="skip" href="#map-list">
            {t('keys.skip')}
          </a>
        )}
        {view.isEmbedded && (
          <a href={formatView({ ...view, isEmbedded: false }) || './'} target="_top">
            {t('embed.full')}
          </a>
        )}
        <Notices manifest={manifest} />
        <LateSearch atlas={atlas} />
        <PanelContent atlas={atlas} />
      </main>
      <section className="stage" aria-label={t('app.view')}>
        <div className="stage-bar">
          {!view.isEmbedded && (
            <>
              <PrintButton atlas={atlas} />
              <ShareButton />
            </>
          )}
          <Segments
            label={t('app.view')}
            value={showsMoney ? 'money' : showsList ? 'list' : 'map'}
            options={STAGES.filter((stage) => stage !== 'map' || canDrawMap).map((value) => ({
              value,
              label: t(`app.view.${value}`),
            }))}
            onChange={(pane) => changeView({ pane })}
          />
        </div>
        {showsMoney ? (
          <Suspense fallback={<p className="map-waiting">{t('app.loading')}</p>}>
            <MoneyPane atlas={atlas} />
          </Suspense>
        ) : showsList ? (
          <Suspense fallback={<p className="map-waiting">{t('app.loading')}</p>}>
            <FeatureTable
              atlas={atlas}
              features={features}
              boardId={view.boardId}
              selectedIds={selectedIds}
            />
          </Suspense>
        ) : (
          <Boundary fallback={<p className="map-waiting">{t('notice.map')}</p>} onError={mapCouldNotLoad}>
            <LateMap atlas={atlas} flavour={flavour} />
          </Boundary>
        )}
        {!showsMoney && <Legend manifest={manifest} />}
      </section>
    </div>
  );
}

function LateMap({ atlas, flavour }: { atlas: Atlas; flavour: Flavour }) {
  const { t } = useText();
  const MapStage = useArrival(loadMapStage);
  if (MapStage) return <MapStage atlas={atlas} flavour={flavour} />;
  return <p className="map-waiting">{t('map.loading')}</p>;
}

function LateSearch({ atlas }: { atlas: Atlas }) {
  const SearchField = useArrival(loadSearchField);
  return SearchField ? <SearchField atlas={atlas} /> : <div className="search-waiting" />;
}

function PanelContent({ atlas }: { atlas: Atlas }) {
  const { t } = useText();
  const { selection, point, pane, storyStep } = useOpen((state) => state.view);
  if (pane === 'story' && isTelling(atlas.city, { storyStep, selection, point }))
    return (
      <Suspense fallback={<p role="status">{t('app.loading')}</p>}>
        <Story atlas={atlas} />
      </Suspense>
    );
  if (pane === 'statement' && !selection && !point)
    return (
      <Suspense fallback={<p role="status">{t('app.loading')}</p>}>
        <Statement atlas={atlas} />
      </Suspense>
    );
  if (!selection && point)
    return (
      <Suspense fallback={<p role="status">{t('app.loading')}</p>}>
        <AnswerDetails atlas={atlas} point={point} />
      </Suspense>
    );
  if (!selection) return <Overview atlas={atlas} />;
  if (selection.kind === 'feature') {
    const feature = atlas.featureById.get(selection.id);
    return feature ? <FeatureDetails atlas={atlas} feature={feature} /> : <Overview atlas={atlas} />;
  }
  if (selection.kind === 'measure') {
    const funded = atlas.measures.get(selection.id);
    return funded ? <MeasureDetails atlas={atlas} funded={funded} /> : <Overview atlas={atlas} />;
  }
  const known = { grant: atlas.grants, programme: atlas.programmes, board: atlas.boards }[selection.kind];
  return known.has(selection.id) ? (
    <MoneyDetails atlas={atlas} selection={selection} />
  ) : (
    <Overview atlas={atlas} />
  );
}
