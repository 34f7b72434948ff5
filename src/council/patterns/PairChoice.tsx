import { useText } from '../../i18n/TextProvider.tsx';
import type { NamedPicture } from '../../state/councilData.ts';
import { showPeriod, usePatternWork } from '../../state/patternRun.ts';
import { Segments } from '../../ui/Choice.tsx';

/** Two periods by one scale: which of them the map shows now. */
export function PairChoice({ pair }: { pair: readonly [NamedPicture, NamedPicture] }) {
  const { t } = useText();
  const shown = usePatternWork((state) => state.shownPeriod);
  return (
    <div>
      <p className="choice-label">{t('council.pair.title')}</p>
      <Segments
        label={t('council.pair.title')}
        value={shown === null ? 'own' : String(shown)}
        options={[
          { value: '0', label: pair[0].title },
          { value: '1', label: pair[1].title },
        ]}
        onChange={(value) => showPeriod(value === '1' ? 1 : 0)}
      />
      <p className="muted small">{t('council.pair.about')}</p>
    </div>
  );
}
