import type { I18n } from '@lingui/core';
import { useEffect, useState } from 'react';
import { loadCatalogue } from '../i18n/messages.ts';
import { TextProvider, useText } from '../i18n/TextProvider.tsx';
import { ResidentPage } from '../resident/ResidentPage.tsx';
import { openCity, useOpen } from '../state/store.ts';
import { Header } from './Header.tsx';
import { useFlavour } from './useFlavour.ts';

/** The roof: language, appearance, and which room is open. */
export function App({ first }: { first: I18n }) {
  const i18n = useLanguage(first);
  return (
    <TextProvider i18n={i18n}>
      <Roof />
    </TextProvider>
  );
}

function useLanguage(first: I18n): I18n {
  const language = useOpen((state) => state.view.language);
  const [i18n, setI18n] = useState(first);
  useEffect(() => {
    let isStale = false;
    loadCatalogue(language).then((loaded) => {
      if (!isStale) setI18n(loaded);
    }, console.error);
    return () => {
      isStale = true;
    };
  }, [language]);
  useEffect(() => {
    document.documentElement.lang = i18n.locale;
  }, [i18n]);
  return i18n;
}

function Roof() {
  const { t, local } = useText();
  const phase = useOpen((state) => state.phase);
  const atlas = useOpen((state) => state.atlas);
  const isEmbedded = useOpen((state) => state.view.isEmbedded);
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
      {phase.kind === 'loading' && (
        <p className="waiting" role="status">
          {t('app.loading')}
        </p>
      )}
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
      {phase.kind === 'ready' && atlas && (
        <ResidentPage atlas={atlas} manifest={phase.manifest} flavour={flavour} />
      )}
    </>
  );
}
