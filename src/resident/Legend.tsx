import type { Manifest } from '../domain/feature.ts';
import { ACCURACIES } from '../domain/provenance.ts';
import { useText } from '../i18n/TextProvider.tsx';
import { BasemapChoice } from '../map/BasemapChoice.tsx';
import { useGroundOffer } from '../state/groundOffer.ts';
import { changeView, loadLayer, useOpen } from '../state/store.ts';
import { Icon } from '../ui/Icon.tsx';

const SYMBOLS = ['area', 'strak', 'light', 'camera', 'place'] as const;

/** Layers to switch on and off, and what lines and symbols mean. Folded until asked for. */
export function Legend({ manifest }: { manifest: Manifest }) {
  const { t } = useText();
  return (
    <details className="legend">
      <summary>
        <Icon name="layers" size={18} />
        {t('legend.title')}
      </summary>
      <div className="legend-body">
        <GroundChoice />
        <LayerSwitches manifest={manifest} of="package" title={t('legend.layers')} />
        <h3>{t('legend.certainty')}</h3>
        <ul className="legend-list">
          {ACCURACIES.map((accuracy) => (
            <li key={accuracy}>
              <span className={`swatch swatch-${accuracy}`} aria-hidden="true" />
              {t(`accuracy.${accuracy}`)}
            </li>
          ))}
          <li>
            <span className="swatch swatch-ghost" aria-hidden="true" />
            {t('legend.ghost')}
          </li>
        </ul>
        <h3>{t('legend.symbols')}</h3>
        <ul className="legend-list">
          {SYMBOLS.map((kind) => (
            <li key={kind}>
              <SymbolPicture kind={kind} />
              {t(`kind.${kind}`)}
            </li>
          ))}
        </ul>
        <LayerSwitches manifest={manifest} of="context" title={t('legend.context')} />
      </div>
    </details>
  );
}

function GroundChoice() {
  return <BasemapChoice {...useGroundOffer()} />;
}

function LayerSwitches({
  manifest,
  of,
  title,
}: {
  manifest: Manifest;
  of: 'package' | 'context';
  title: string;
}) {
  const { t, local } = useText();
  const hidden = useOpen((state) => state.view.hiddenLayerIds);
  const layers = useOpen((state) => state.layers);
  const turn = (id: string): void =>
    changeView({
      hiddenLayerIds: hidden.includes(id) ? hidden.filter((other) => other !== id) : [...hidden, id],
    });
  return (
    <fieldset className="layer-switches">
      <legend>{title}</legend>
      {manifest.layers
        .filter((entry) => entry.role === of)
        .map((entry) => {
          const state = layers[entry.id]?.state;
          return (
            <div key={entry.id} className="layer-switch">
              <label>
                <input type="checkbox" checked={!hidden.includes(entry.id)} onChange={() => turn(entry.id)} />
                {local(entry.title)}
              </label>
              {state === 'failed' ? (
                <button type="button" className="link" onClick={() => loadLayer(entry.id)}>
                  {t('legend.layerFailed')}: {t('app.retry')}
                </button>
              ) : (
                <span className="muted">{state === 'ready' ? entry.count : t('legend.layerLoading')}</span>
              )}
            </div>
          );
        })}
    </fieldset>
  );
}

/** The map's own shapes in small: an outline, a double line, a disc with a halo, a lens with its view, a square. */
function SymbolPicture({ kind }: { kind: (typeof SYMBOLS)[number] }) {
  return (
    <svg className={`symbol symbol-${kind}`} width="28" height="24" viewBox="0 0 28 24" aria-hidden="true">
      {kind === 'area' && <path d="M4 6l10-3 10 4-2 12-12 2-6-6z" className="outlined" />}
      {kind === 'strak' && <path d="M2 20C8 20 10 6 26 5M2 15C7 15 9 2 24 1" className="line" />}
      {kind === 'light' && (
        <>
          <circle cx="14" cy="12" r="10" className="halo" />
          <circle cx="14" cy="12" r="4" className="filled" />
        </>
      )}
      {kind === 'camera' && (
        <>
          <path d="M9 12L26 4v16z" className="halo" />
          <circle cx="9" cy="12" r="6" className="filled" />
          <circle cx="9" cy="12" r="2.2" className="hole" />
        </>
      )}
      {kind === 'place' && <rect x="5" y="3" width="18" height="18" rx="5" className="filled" />}
    </svg>
  );
}
