import { useEffect, useMemo, useRef } from 'react';
import type { TakenIn } from '../../exchange/mapping/takeIn.ts';
import type { Reading } from '../../exchange/messages.ts';
import { useText } from '../../i18n/TextProvider.tsx';
import type { Atlas } from '../../state/atlas.ts';
import { type Choices, type ImportEntry, showEntry } from '../../state/files.ts';
import { intakeOf, takeEntryIn } from '../../state/intake.ts';
import { showBounds } from '../../state/measuring.ts';
import { cityOf, usePlanning } from '../../state/planning.ts';
import { Icon } from '../../ui/Icon.tsx';
import { BackgroundChoices } from './BackgroundChoices.tsx';
import { CrsPart } from './CrsPart.tsx';
import { LinkChoices } from './LinkChoices.tsx';
import { ProblemList } from './ProblemList.tsx';
import { UseChoices } from './UseChoices.tsx';
import { featureNames } from './words.ts';

/** Up to this many features the outcome is worked out with every choice; above it when the button is pressed. */
const MOST_AT_ONCE = 5000;

interface PreviewProps {
  readonly atlas: Atlas;
  readonly entry: ImportEntry;
}

/** What was understood of one file, and what shall become of it, before anything is added. */
export function Preview({ atlas, entry }: PreviewProps) {
  const text = useText();
  const { t } = text;
  const heading = useRef<HTMLHeadingElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another file is another page to read from its top
  useEffect(() => heading.current?.focus(), [entry.id]);
  const { state, choices } = entry;
  return (
    <section className="preview" aria-labelledby="preview-title">
      <button type="button" className="link" onClick={() => showEntry(null)}>
        <Icon name="back" size={16} /> {t('exchange.allFiles')}
      </button>
      <h3 id="preview-title" ref={heading} tabIndex={-1}>
        {entry.name}
      </h3>
      {state.kind === 'read' && choices && (
        <ReadFile atlas={atlas} entry={entry} reading={state.reading} choices={choices} />
      )}
    </section>
  );
}

interface ReadFileProps extends PreviewProps {
  readonly reading: Reading;
  readonly choices: Choices;
}

function ReadFile({ atlas, entry, reading, choices }: ReadFileProps) {
  const text = useText();
  const { t, format } = text;
  const { summary, problems, crs, format: fileFormat, background } = reading;
  if (problems.some(({ severity }) => severity === 'fatal'))
    return (
      <>
        <p role="alert">{t('exchange.nothingTaken')}</p>
        <ProblemList
          city={atlas.city}
          problems={problems.filter(({ code }) => !SAID_ABOVE.has(code))}
          leftOut={summary.problemsLeftOut}
        />
      </>
    );
  const geometries = Object.entries(summary.byGeometry).map(([type, count]) =>
    t(`exchange.geometry.${type as 'Point'}`, { count: format.number(count), n: count }),
  );
  return (
    <>
      {fileFormat !== 'unknown' && <p>{t(`exchange.format.${fileFormat}`)}</p>}
      <CrsPart atlas={atlas} entry={entry} crs={crs} />
      {geometries.length > 0 && (
        <p>
          <strong>
            {t('exchange.found', { count: format.number(summary.featureCount), n: summary.featureCount })}
          </strong>{' '}
          {geometries.join(', ')}
        </p>
      )}
      {summary.bounds && (
        <p>
          <button type="button" className="tool" onClick={() => summary.bounds && showBounds(summary.bounds)}>
            {t('exchange.showOnMap')}
          </button>
        </p>
      )}
      <ProblemList
        city={atlas.city}
        problems={problems.filter(({ code }) => !SAID_ABOVE.has(code))}
        leftOut={summary.problemsLeftOut}
      />
      {crs.kind === 'recognised' && summary.featureCount > 0 && (
        <>
          {background && <BackgroundChoices entry={entry} choices={choices} background={background} />}
          {(!background || choices.alsoFeatures) && (
            <>
              <UseChoices entry={entry} reading={reading} choices={choices} />
              <LinkChoices atlas={atlas} entry={entry} choices={choices} />
            </>
          )}
          <Adding atlas={atlas} entry={entry} reading={reading} choices={choices} />
        </>
      )}
    </>
  );
}

/** What the line about the coordinate system has said already. */
const SAID_ABOVE: ReadonlySet<string> = new Set(['crs-from-range', 'crs-assumed']);

/** The last look: how much is taken in, how much is left, and the button. */
function Adding({ atlas, entry, reading }: ReadFileProps) {
  const text = useText();
  const { t, format } = text;
  const proposal = usePlanning((state) => state.committed);
  const intake = useMemo(
    () => ({
      city: atlas.city,
      cityFeature: (id: string) => cityOf(atlas.features).get(id),
      proposal,
      nameOf: featureNames(text),
    }),
    [atlas, proposal, text],
  );
  const isSmall = reading.features.length <= MOST_AT_ONCE;
  const taken = useMemo(() => (isSmall ? intakeOf(entry, intake) : null), [isSmall, entry, intake]);
  const add = async (): Promise<void> => {
    if (await takeEntryIn(entry, intake, taken)) showEntry(null);
  };
  const isNothing = taken !== null && taken.features.length + taken.background.length === 0;
  const needsProposal = taken ? taken.features.length > 0 : !reading.background;
  const hasNoProposal = needsProposal && !proposal;
  return (
    <div className="adding">
      <ProblemList city={atlas.city} problems={taken?.problems ?? []} leftOut={0} />
      <p role="status">
        {taken
          ? takenWords(taken, reading, text)
          : t('exchange.takesManyIn', { count: format.number(reading.summary.featureCount) })}
      </p>
      {hasNoProposal && <p role="alert">{t('exchange.needsProposal')}</p>}
      <button type="button" className="primary" disabled={isNothing || hasNoProposal} onClick={add}>
        {t('exchange.add')}
      </button>
    </div>
  );
}

function takenWords(taken: TakenIn, reading: Reading, { t, format }: ReturnType<typeof useText>): string {
  const { features, background, outsideCount, alreadyThereCount, withoutBearingCount } = taken;
  const left = reading.summary.skippedCount + taken.leftCount + outsideCount;
  const said = [
    t('exchange.takesIn', {
      features: format.number(features.length),
      n: features.length,
      background: background.length,
    }),
    left > 0 && t('exchange.leaves', { count: left }),
    alreadyThereCount > 0 && t('exchange.alreadyThere', { count: alreadyThereCount }),
    withoutBearingCount > 0 && t('exchange.withoutBearing', { count: withoutBearingCount }),
  ];
  return said.filter((part) => part !== false).join(' ');
}
