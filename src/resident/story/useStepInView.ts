import { type RefObject, useEffect, useRef } from 'react';

/** A thin line just below the middle of the window: the step that crosses it is the one being read. */
const READING_LINE = '-55% 0px -44% 0px';

/** Calls `onStep` with the place in the story that reaches the reading line. The observer lives as long as the story. */
export function useStepInView(story: RefObject<HTMLElement | null>, onStep: (index: number) => void): void {
  const latest = useRef(onStep);
  useEffect(() => {
    latest.current = onStep;
  });
  useEffect(() => {
    const steps = [...(story.current?.querySelectorAll('[data-step]') ?? [])];
    const observer = new IntersectionObserver(
      (entries) => {
        for (const { isIntersecting, target } of entries)
          if (isIntersecting) latest.current(steps.indexOf(target));
      },
      { rootMargin: READING_LINE },
    );
    for (const step of steps) observer.observe(step);
    return () => observer.disconnect();
  }, [story]);
}
