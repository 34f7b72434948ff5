import type { Measure } from '../../domain/city.ts';
import { useText } from '../../i18n/TextProvider.tsx';
import type { Atlas } from '../../state/atlas.ts';
import { select } from '../../state/store.ts';
import { FactList } from '../FactList.tsx';
import { MoneyBar } from '../MoneyBar.tsx';
import { ProgrammeMark } from '../ProgrammeMark.tsx';
import type { StoryGrant, StoryStep } from './steps.ts';

/** One step of the story as text that can be read without the map. */
export function StorySection({ atlas, step, index }: { atlas: Atlas; step: StoryStep; index: number }) {
  const headingId = `story-step-${index}`;
  return (
    <section className="story-step" data-step={index} aria-labelledby={headingId}>
      {step.kind === 'start' && <Start atlas={atlas} headingId={headingId} />}
      {step.kind === 'programme' && <ProgrammeStep atlas={atlas} step={step} headingId={headingId} />}
      {step.kind === 'after' && <After atlas={atlas} facts={step.facts} headingId={headingId} />}
    </section>
  );
}

function Start({ atlas, headingId }: { atlas: Atlas; headingId: string }) {
  const { t, local, format } = useText();
  const { city } = atlas;
  return (
    <>
      <h2 id={headingId} tabIndex={-1}>
        {t('story.start', { amount: format.sek(city.totalSek) })}
      </h2>
      <p>{local(city.about)}</p>
      <MoneyBar city={city} dimmed={() => false} />
      <p className="muted">{t('story.how')}</p>
    </>
  );
}

function ProgrammeStep({
  atlas,
  step,
  headingId,
}: {
  atlas: Atlas;
  step: Extract<StoryStep, { kind: 'programme' }>;
  headingId: string;
}) {
  const { t, local, format } = useText();
  const { programme, amountSek, grants } = step;
  return (
    <>
      <MoneyBar city={atlas.city} dimmed={(other) => other.id !== programme.id} />
      <h2 id={headingId} tabIndex={-1}>
        <ProgrammeMark programme={programme} /> {local(programme.name)}
      </h2>
      <p>
        <span className="big-amount">{format.sek(amountSek)}</span>{' '}
        <span className="muted">
          {t('details.shareOfPackage', { share: format.percent(amountSek / atlas.city.totalSek) })}
        </span>
      </p>
      {grants.map((part) => (
        <GrantPart key={part.grant.id} part={part} />
      ))}
    </>
  );
}

function GrantPart({ part: { grant, board, measures } }: { part: StoryGrant }) {
  const { local, format } = useText();
  return (
    <>
      <h3 className="story-grant">
        {local(board.name)} <span className="amount">{format.sek(grant.amountSek)}</span>
      </h3>
      <ul className="story-measures">
        {measures.map((measure) => (
          <MeasureText key={measure.id} measure={measure} />
        ))}
      </ul>
    </>
  );
}

function MeasureText({ measure }: { measure: Measure }) {
  const { t, local, format } = useText();
  return (
    <li>
      <button
        type="button"
        className="link strong"
        onClick={() => select({ kind: 'measure', id: measure.id })}
      >
        {local(measure.name)}
      </button>
      <p>{local(measure.summary)}</p>
      <p className="muted">
        {measure.share.kind === 'known'
          ? t('package.known', { amount: format.sek(measure.share.amountSek) })
          : t('package.includedLong')}
        {measure.reach.kind !== 'places' && ` ${local(measure.reach.why)}`}
      </p>
    </li>
  );
}

function After({
  atlas,
  facts,
  headingId,
}: {
  atlas: Atlas;
  facts: Extract<StoryStep, { kind: 'after' }>['facts'];
  headingId: string;
}) {
  const { t } = useText();
  return (
    <>
      <h2 id={headingId} tabIndex={-1}>
        {t('about.after')}
      </h2>
      <FactList atlas={atlas} title={t('story.sourced')} facts={facts} />
    </>
  );
}
