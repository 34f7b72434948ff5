import type { BackgroundKind } from '../../domain/background.ts';
import type { Reading } from '../../exchange/messages.ts';
import { BACKGROUND_KINDS } from '../../exchange/osm/planBackground.ts';
import { useText } from '../../i18n/TextProvider.tsx';
import { type Choices, choose, type ImportEntry } from '../../state/files.ts';
import { OutsideChoice } from './UseChoices.tsx';

const KINDS: readonly BackgroundKind[] = ['path', 'building', 'lamp', 'camera'];

interface BackgroundChoicesProps {
  readonly entry: ImportEntry;
  readonly choices: Choices;
  readonly background: NonNullable<Reading['background']>;
}

/** What of an OpenStreetMap file lies under the plan, counted against everything that is in the file. */
export function BackgroundChoices({ entry, choices, background }: BackgroundChoicesProps) {
  const { t, format } = useText();
  const { features, counts, elements } = background;
  const useful: ReadonlySet<string> = new Set(BACKGROUND_KINDS);
  const unused = Object.entries(counts)
    .filter(([kind]) => !useful.has(kind))
    .reduce((sum, [, count]) => sum + count, 0);
  const isOutside = entry.state.kind === 'read' && entry.state.reading.summary.outsideCount > 0;
  return (
    <fieldset className="question">
      <legend>{t('exchange.osm.title')}</legend>
      <p className="muted">
        {t('exchange.osm.elements', {
          nodes: format.number(elements.nodes),
          ways: format.number(elements.ways),
          relations: format.number(elements.relations),
        })}
      </p>
      {KINDS.map((kind) => {
        const all = features.filter(({ properties }) => properties.kind === kind);
        return (
          <label key={kind} className="option">
            <input
              type="checkbox"
              checked={choices.background[kind]}
              onChange={({ target }) =>
                choose(entry.id, { background: { ...choices.background, [kind]: target.checked } })
              }
            />
            {t(`exchange.osm.${kind}`, { count: format.number(all.length) })}
          </label>
        );
      })}
      <LitCounts features={features} />
      {unused > 0 && <p className="muted">{t('exchange.osm.unused', { count: format.number(unused) })}</p>}
      <p className="muted">{t('exchange.osm.licence')}</p>
      {isOutside && <OutsideChoice entry={entry} choices={choices} />}
      <label className="option">
        <input
          type="checkbox"
          checked={choices.alsoFeatures}
          onChange={({ target }) => choose(entry.id, { alsoFeatures: target.checked })}
        />
        {t('exchange.osm.alsoFeatures')}
      </label>
    </fieldset>
  );
}

/** Lit, unlit, and the third answer. */
function LitCounts({ features }: { features: BackgroundChoicesProps['background']['features'] }) {
  const { t, format } = useText();
  const lit = (answer: string): string =>
    format.number(
      features.filter(({ properties }) => properties.kind === 'path' && properties.lit === answer).length,
    );
  return (
    <p className="muted">
      {t('exchange.osm.lit', { yes: lit('yes'), no: lit('no'), unknown: lit('unknown') })}
    </p>
  );
}
