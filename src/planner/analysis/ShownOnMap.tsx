import { GLOW } from '../../analysis/lightAndSight/glow.ts';
import { useText } from '../../i18n/TextProvider.tsx';
import { showResults, useResults } from '../../state/lightAndSight.ts';

const SWITCHES = ['glow', 'isolux', 'gaps', 'zones', 'dark', 'residents'] as const;

/** Which results are laid on the map, what the colours mean, and what is known where the pointer is. */
export function ShownOnMap() {
  const { t } = useText();
  const shown = useResults((state) => state.shown);
  return (
    <section aria-labelledby="analysis-shown">
      <h3 id="analysis-shown">{t('analysis.shown')}</h3>
      <div className="analysis-switches">
        {SWITCHES.map((each) => (
          <label key={each} className="plan-check">
            <input
              type="checkbox"
              checked={shown[each]}
              onChange={(event) => showResults({ [each]: event.target.checked })}
            />
            {t(`analysis.shown.${each}`)}
          </label>
        ))}
      </div>
      {shown.glow && <GlowLegend />}
      {shown.residents && <p className="box">{t('analysis.residents.map')}</p>}
      <PointerLine />
    </section>
  );
}

/** The true amounts behind the colours of the glow. */
function GlowLegend() {
  const { t, format } = useText();
  const flavour = useResults((state) => state.settings.flavour);
  const cellMetres = useResults((state) => state.cellMetres);
  return (
    <figure className="analysis-legend">
      <figcaption>{t('analysis.legend')}</figcaption>
      <ol>
        {GLOW[flavour].slice(1).map(({ lux, colour, opacity }) => (
          <li key={lux}>
            <span
              className="analysis-swatch"
              style={{ background: `rgb(${colour.join(' ')} / ${Math.round((100 * opacity) / 255)}%)` }}
            />
            {format.number(lux, 1)}
          </li>
        ))}
      </ol>
      {cellMetres !== null && (
        <p className="muted">{t('analysis.legend.cell', { metres: format.number(cellMetres, 1) })}</p>
      )}
    </figure>
  );
}

function PointerLine() {
  const { t, format } = useText();
  const pointer = useResults((state) => state.pointer);
  if (!pointer) return <p className="muted analysis-pointer">{t('analysis.pointer.none')}</p>;
  const { lux, isLowerBound, cameraCount, pixelsPerMetre } = pointer.answer;
  const light = t(isLowerBound ? 'analysis.pointer.atLeast' : 'analysis.pointer.lux', {
    lux: format.number(lux, lux < 10 ? 2 : 1),
  });
  const sight =
    cameraCount === 0
      ? t('analysis.pointer.unseen')
      : pixelsPerMetre === null
        ? t('analysis.pointer.seen', { count: cameraCount })
        : t('analysis.pointer.density', { count: cameraCount, density: format.number(pixelsPerMetre) });
  return (
    <p className="analysis-pointer">
      {light} {sight}
    </p>
  );
}
