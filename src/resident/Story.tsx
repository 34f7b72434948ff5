import { useEffect, useMemo, useRef } from 'react';
import { useText } from '../i18n/TextProvider.tsx';
import type { Atlas } from '../state/atlas.ts';
import { changeView, useOpen } from '../state/store.ts';
import { Icon } from '../ui/Icon.tsx';
import { StorySection } from './story/StorySection.tsx';
import { selectionOfStep, stepIndexOf, storyOf } from './story/steps.ts';
import { useOwnScroll, useStepInView } from './story/useStepInView.ts';

const wantsStillness = (): boolean => matchMedia('(prefers-reduced-motion: reduce)').matches;

/** The package told from top to bottom: the step being read chooses what the map shows, and stands in the address. */
export default function Story({ atlas }: { atlas: Atlas }) {
  const { t } = useText();
  const storyStep = useOpen((state) => state.view.storyStep);
  const steps = useMemo(() => storyOf(atlas.city), [atlas.city]);
  const index = stepIndexOf(steps, storyStep);
  const story = useRef<HTMLElement>(null);
  const lastRead = useRef<number | null>(null);

  const read = (next: number): void => {
    lastRead.current = next;
    changeView({ storyStep: next === 0 ? null : next, selection: selectionOfStep(steps[next]) });
  };
  const ownScroll = useOwnScroll();
  useStepInView(story, (next) => {
    if (!ownScroll.isUnderWay()) read(next);
  });

  const go = (next: number, behavior: ScrollBehavior): void => {
    const section = story.current?.querySelector<HTMLElement>(`[data-step="${next}"]`);
    if (behavior === 'smooth') ownScroll.begin();
    read(next);
    section?.querySelector('h2')?.focus({ preventScroll: true });
    (next === 0 ? story.current : section)?.scrollIntoView({ block: 'start', behavior });
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: only an address that changed from outside scrolls the story
  useEffect(() => {
    if (lastRead.current !== index) go(index, 'instant');
  }, [index]);

  return (
    <article className="story" ref={story} aria-label={t('story.title')}>
      <button
        type="button"
        className="link back"
        onClick={() => changeView({ pane: 'map', storyStep: null, selection: null })}
      >
        <Icon name="back" size={16} />
        {t('app.back')}
      </button>
      {steps.map((step, place) => (
        <StorySection
          key={step.kind === 'programme' ? step.programme.id : step.kind}
          atlas={atlas}
          step={step}
          index={place}
        />
      ))}
      <StepButtons
        index={index}
        count={steps.length}
        onGo={(next) => go(next, wantsStillness() ? 'instant' : 'smooth')}
      />
    </article>
  );
}

function StepButtons({
  index,
  count,
  onGo,
}: {
  index: number;
  count: number;
  onGo: (index: number) => void;
}) {
  const { t } = useText();
  return (
    <nav className="story-steps" aria-label={t('story.steps')}>
      <button type="button" className="tool" disabled={index === 0} onClick={() => onGo(index - 1)}>
        {t('story.previous')}
      </button>
      <span>{t('story.position', { step: index + 1, count })}</span>
      <button type="button" className="tool" disabled={index === count - 1} onClick={() => onGo(index + 1)}>
        {t('story.next')}
      </button>
    </nav>
  );
}
