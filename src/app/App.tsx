import type { I18n } from '@lingui/core';
import { lazy, Suspense, useEffect, useState } from 'react';
import { type Chapter, loadCatalogue } from '../i18n/messages.ts';
import { TextProvider, useText } from '../i18n/TextProvider.tsx';
import { ResidentPage } from '../resident/ResidentPage.tsx';
import { openCity, useOpen } from '../state/store.ts';
import type { Room } from '../state/view.ts';
import { Header } from './Header.tsx';
import { useFlavour } from './useFlavour.ts';

const PlannerPage = lazy(() => import('../planner/PlannerPage.tsx'));
const CouncilPage = lazy(() => import('../council/CouncilPage.tsx'));

/** The texts each room needs besides the ones that all read. */
const CHAPTERS: Readonly<Record<Room, readonly Chapter[]>> = {
  resident: [],
  planner: ['planner', 'exchange', 'analysis'],
  council: ['council', 'meeting', 'analysis', 'exchange', 'planner'],
};

/** The roof: language, appearance, and which room is open. */
export function App({ first }: { first: I18n }) {
  const [{ i18n, room }, setTexts] = useState<{ i18n: I18n; room: Room }>({ i18n: first, room: 'resident' });
  const { language, room: asked } = useOpen((state) => state.view);
  const hasTexts = room === asked || CHAPTERS[asked].length === 0;
  const isCurrent = hasTexts && i18n.locale === language;
  useEffect(() => {
    if (isCurrent) return;
    let isStale = false;
    loadCatalogue(language, CHAPTERS[asked]).then((loaded) => {
      if (!isStale) setTexts({ i18n: loaded, room: asked });
    }, console.error);
    return () => {
      isStale = true;
    };
  }, [language, asked, isCurrent]);
  useEffect(() => {
    document.documentElement.lang = i18n.locale;
  }, [i18n]);
  return (
    <TextProvider i18n={i18n}>
      <Roof hasTexts={hasTexts} />
    </TextProvider>
  );
}

function Roof({ hasTexts }: { hasTexts: boolean }) {
  const { t, local } = useText();
  const phase = useOpen((state) => state.phase);
  const atlas = useOpen((state) => state.atlas);
  const { isEmbedded, room } = useOpen((state) => state.view);
  const flavour = useFlavour();
  useEffect(() => {
    document.title = atlas ? `${t('app.name')}: ${local(atlas.city.packageTitle)}` : t('app.name');
  }, [atlas, t, local]);
  return (
    <>
      <a className="skip" href="#content">
        {t('app.skipToContent')}
      </a>
      {!isEmbedded && <Header city={atlas?.city ?? null} />}
      {(phase.kind === 'loading' || !hasTexts) && <Waiting />}
      {phase.kind === 'failed' && (
        <main className="failed" id="content">
          <h2>{t('failed.title')}</h2>
          <p role="alert">{t(`failed.${phase.part}`)}</p>
          <button type="button" className="primary" onClick={openCity}>
            {t('app.retry')}
          </button>
          <p className="muted">{t('failed.detail', { detail: phase.detail })}</p>
        </main>
      )}
      {phase.kind === 'ready' && atlas && hasTexts && (
        <Suspense fallback={<Waiting />}>
          {(room === 'resident' || isEmbedded) && (
            <ResidentPage atlas={atlas} manifest={phase.manifest} flavour={flavour} />
          )}
          {room === 'planner' && !isEmbedded && (
            <PlannerPage atlas={atlas} manifest={phase.manifest} flavour={flavour} />
          )}
          {room === 'council' && !isEmbedded && (
            <CouncilPage atlas={atlas} manifest={phase.manifest} flavour={flavour} />
          )}
        </Suspense>
      )}
    </>
  );
}

function Waiting() {
  const { t } = useText();
  return (
    <p className="waiting" role="status">
      {t('app.loading')}
    </p>
  );
}
