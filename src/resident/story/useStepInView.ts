import { type RefObject, useEffect, useRef } from 'react';

/** A thin line just below the middle of the window: the step that crosses it is the one being read. */
const READING_LINE = '-55% 0px -44% 0px';

/** No scrolling for this long means that it has ended. */
const STILL_MS = 200;
/** A smooth scroll that has not begun by now will not. */
const BEGUN_MS = 600;

/**
 * Tells a scroll that a button began from the reader's own: while the page scrolls past steps on its way, none is read.
 * @returns `begin`, and `isUnderWay`
 */
export function useOwnScroll(): { begin: () => void; isUnderWay: () => boolean } {
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);
  useEffect(() => {
    const end = (): void => {
      timer.current = null;
    };
    const onScroll = (): void => {
      if (timer.current === null) return;
      clearTimeout(timer.current);
      timer.current = setTimeout(end, STILL_MS);
    };
    // the panel scrolls on a wide screen, the page on a narrow one; scroll events do not bubble, so they are caught
    document.addEventListener('scroll', onScroll, true);
    return () => document.removeEventListener('scroll', onScroll, true);
  }, []);
  return {
    begin: () => {
      if (timer.current !== null) clearTimeout(timer.current);
      timer.current = setTimeout(() => {
        timer.current = null;
      }, BEGUN_MS);
    },
    isUnderWay: () => timer.current !== null,
  };
}

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
