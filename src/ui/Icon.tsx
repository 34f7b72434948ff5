const PATHS = {
  back: 'M15 5l-7 7 7 7',
  chevron: 'M9 5l7 7-7 7',
  close: 'M6 6l12 12M18 6L6 18',
  layers: 'M12 4l9 5-9 5-9-5 9-5zM3 14l9 5 9-5',
  list: 'M4 6h16M4 12h16M4 18h16',
  map: 'M9 4l6 2 6-2v14l-6 2-6-2-6 2V6l6-2zM9 4v14M15 6v14',
  moon: 'M20 14.5A8 8 0 0 1 9.5 4 8 8 0 1 0 20 14.5z',
  sun: 'M12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8zM12 2v2M12 20v2M2 12h2M20 12h2M5 5l1.5 1.5M17.5 17.5L19 19M5 19l1.5-1.5M17.5 6.5L19 5',
  globe: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM3 12h18M12 3c3 3 3 15 0 18M12 3c-3 3-3 15 0 18',
  home: 'M4 11l8-7 8 7M6 10v9h12v-9',
  external: 'M14 4h6v6M20 4l-9 9M18 14v6H4V6h6',
  sort: 'M8 5v14M5 16l3 3 3-3M16 19V5M13 8l3-3 3 3',
  undo: 'M9 14L4 9l5-5M4 9h10a6 6 0 0 1 0 12h-3',
  redo: 'M15 14l5-5-5-5M20 9H10a6 6 0 0 0 0 12h3',
  pointer: 'M6 3l12 10-6 .6L15.5 20l-2.4 1.2-3.4-6.6L6 18z',
  box: 'M4 4h3M10.5 4h3M17 4h3v3M20 10.5v3M20 17v3h-3M13.5 20h-3M7 20H4v-3M4 13.5v-3M4 7V4',
  lasso: 'M12 4c5 0 9 2.5 9 6s-4 6-9 6-9-2.500-9-6 4-6 9-6zM8 15.500c-2 1-2 4 .5 4.500',
  lamp: 'M7 21V6a3 3 0 0 1 3-3h6M13 6h7l-1.500-3h-4zM5 21h4M15 9.500v2M18 9.500l1 1.800M12 11.300l1-1.800',
  camera: 'M4 9l12-4 3 7-12 4zM7 15.500L4 20M3 20h4M19 12l2 1',
  strak: 'M4 19c6 0 4-6 8-7s3-7 8-7M4 15c3 0 3-4 5-5.500M14 15c4-1 3-6 6-6',
  area: 'M5 8l8-4 7 6-3 9-11-1z',
  help: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM9.500 9.500a2.500 2.500 0 1 1 3.500 2.300c-.7.3-1 .8-1 1.700M12 16.500v.01',
  copy: 'M9 9h11v11H9zM5 15H4V4h11v1',
  trash: 'M5 7h14M10 7V4h4v3M7 7l1 13h8l1-13M10.500 11v5M13.500 11v5',
  alert: 'M12 4l9 16H3zM12 10v4M12 17v.01',
  info: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM12 11v5M12 8v.01',
} as const;

export type IconName = keyof typeof PATHS;

/** A line icon that says nothing by itself: the words stand beside it or in the button's label. */
export function Icon({ name, size = 20 }: { name: IconName; size?: number }) {
  return (
    <svg
      aria-hidden="true"
      className="icon"
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.8"
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      <path d={PATHS[name]} />
    </svg>
  );
}
