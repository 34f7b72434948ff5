import { type RefObject, useEffect, useRef } from 'react';

/** A thin line just below the middle of the window: the step that crosses it is the one being read. */
const READING_LINE = '-55% 0px -44% 0px';

/** What a reader does to scroll; a button's own scroll is over when one of these comes between. */
const READERS_HAND = ['wheel', 'touchmove', 'keydown', 'pointerdown'] as const;

/**
 * Tells a scroll that a button began from the reader's own: the steps it passes on its way are not read.
 * Ends when the browser says that it has ended, however late on a slow device, or when the reader takes over.
 */
export function useOwnScroll(): { begin: () => void; isUnderWay: () => boolean } {
  const isUnderWay = useRef(false);
  useEffect(() => {
    const end = (): void => {
      isUnderWay.current = false;
    };
    // the panel scrolls on a wide screen, the page on a narrow one: caught on the way down, they do not bubble
    const options = { capture: true, passive: true };
    for (const name of [...READERS_HAND, 'scrollend']) document.addEventListener(name, end, options);
    return () => {
      for (const name of [...READERS_HAND, 'scrollend']) document.removeEventListener(name, end, options);
    };
  }, []);
  return {
    begin: () => {
      isUnderWay.current = true;
    },
    isUnderWay: () => isUnderWay.current,
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
