import { useId, useRef } from 'react';
import { useText } from '../../i18n/TextProvider.tsx';
import type { Atlas } from '../../state/atlas.ts';
import {
  cancelReading,
  dropEntry,
  type ImportEntry,
  openFiles,
  readAgain,
  showEntry,
  useFiles,
} from '../../state/files.ts';
import { sizeWords } from './words.ts';

/** Endings offered first by the file picker; what a file is, is seen from its content. */
const ENDINGS = '.geojson,.json,.kml,.kmz,.gpx,.tcx,.csv,.txt,.tsv,.zip,.gpkg,.osm,.xml';

/** Where files are picked or dropped, and how far each has come. */
export function ImportList({ atlas }: { atlas: Atlas }) {
  const { t } = useText();
  const entries = useFiles((state) => state.entries);
  const picker = useRef<HTMLInputElement>(null);
  const hintId = useId();
  return (
    <>
      <div className="drop-zone">
        <button
          type="button"
          className="primary"
          aria-describedby={hintId}
          onClick={() => picker.current?.click()}
        >
          {t('exchange.pick')}
        </button>
        <p id={hintId} className="muted">
          {t('exchange.dropHint')}
        </p>
        <input
          ref={picker}
          type="file"
          multiple
          hidden
          accept={ENDINGS}
          aria-label={t('exchange.pick')}
          onChange={({ target }) => {
            openFiles(target.files ?? [], atlas.city);
            // So that the same file can be picked again after it was mended.
            target.value = '';
          }}
        />
      </div>
      {entries.length > 0 && (
        <ul className="imports" aria-label={t('exchange.imports')}>
          {entries.map((entry) => (
            <ImportRow key={entry.id} entry={entry} />
          ))}
        </ul>
      )}
    </>
  );
}

function ImportRow({ entry }: { entry: ImportEntry }) {
  const text = useText();
  const { t } = text;
  const { id, name, state, sizeBytes } = entry;
  const isBusy = state.kind === 'reading' || state.kind === 'waiting';
  return (
    <li data-state={state.kind}>
      <p className="import-name">
        <strong>{name}</strong> <span className="muted">{sizeWords(text, sizeBytes)}</span>
      </p>
      {state.kind === 'reading' && (
        <progress max={1} value={state.share} aria-label={t('exchange.readingFile', { file: name })} />
      )}
      <p role="status">
        <ImportStatus entry={entry} />
      </p>
      <p className="row-buttons">
        {state.kind === 'read' && (
          <button type="button" className="tool" onClick={() => showEntry(id)}>
            {t('exchange.preview', { file: name })}
          </button>
        )}
        {(state.kind === 'cancelled' || state.kind === 'failed') && (
          <button type="button" className="tool" onClick={() => readAgain(id)}>
            {t('exchange.readAgain', { file: name })}
          </button>
        )}
        <button type="button" className="tool" onClick={() => (isBusy ? cancelReading(id) : dropEntry(id))}>
          {t(isBusy ? 'exchange.cancelReading' : 'exchange.putAway', { file: name })}
        </button>
      </p>
    </li>
  );
}

function ImportStatus({ entry: { state } }: { entry: ImportEntry }) {
  const { t } = useText();
  switch (state.kind) {
    case 'waiting':
    case 'cancelled':
      return t(`exchange.state.${state.kind}`);
    case 'reading':
      return t('exchange.state.reading', { percent: Math.round(state.share * 100) });
    case 'failed':
      return t('exchange.state.failed', { detail: state.detail });
    case 'added':
      return t('exchange.state.added', {
        features: state.featureCount,
        background: state.backgroundCount,
      });
    case 'read':
      return state.reading.problems.some(({ severity }) => severity === 'fatal')
        ? t('exchange.state.broken')
        : state.reading.crs.kind === 'ask'
          ? t('exchange.state.asks')
          : t('exchange.state.read', {
              count: state.reading.summary.featureCount,
              left: state.reading.summary.skippedCount,
            });
  }
}
