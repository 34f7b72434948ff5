import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/App.tsx';
import { keepOffline } from './app/offline.ts';
import { loadCatalogue } from './i18n/messages.ts';
import { streetsFolder } from './state/basemap.ts';
import { followAddress, openCity, useOpen } from './state/store.ts';
import './app/app.css';

const container = document.getElementById('root');
if (!container) throw new Error('index.html has no #root');

const opening = openCity();
followAddress();
const { room, pane } = useOpen.getState().view;
// its worker gets ready while the panel is being made; should it fail, the page says so where the map belongs
if (room === 'resident' && pane === 'map') import('./resident/MapStage.tsx').catch(() => {});
const folder = streetsFolder();
if (folder !== null) void import('./state/streets.ts').then(({ openStreets }) => openStreets(folder));
const first = await loadCatalogue(useOpen.getState().view.language);
createRoot(container).render(
  <StrictMode>
    <App first={first} />
  </StrictMode>,
);
await opening;
keepOffline();
