const SHAPES = {
  check: 'M4 10.5l4 4 8-9',
  arrow: 'M2 10h15M11.5 4.5L17 10l-5.5 5.5',
  search: 'M8.5 14.5a6 6 0 1 0 0-12 6 6 0 0 0 0 12zM13 13l5 5',
  globe: 'M10 18a8 8 0 1 0 0-16 8 8 0 0 0 0 16zM2 10h16M10 2c5 5 5 11 0 16M10 2c-5 5-5 11 0 16',
  menu: 'M2 5h16M2 10h16M2 15h16',
  down: 'M5 7.5l5 5 5-5',
  away: 'M8 4H4v12h12v-4M11 3h6v6M17 3l-8 8',
  alert: 'M10 2.5l8 14H2zM10 8v4M10 14v.5',
  bulb: 'M7 14.5c0-2-2.5-3-2.5-6.5a5.5 5.5 0 0 1 11 0c0 3.5-2.5 4.5-2.5 6.5zM8 18h4',
  info: 'M10 18a8 8 0 1 0 0-16 8 8 0 0 0 0 16zM10 9v5M10 6v.5',
} as const;

export type IconName = keyof typeof SHAPES;

/** A line drawing in the colour of the text, hidden from assistive technology: the words beside it must say it all. */
export function Icon({ name, size = 20, className }: { name: IconName; size?: number; className?: string }) {
  return (
    <svg
      className={className ? `icon ${className}` : 'icon'}
      aria-hidden="true"
      width={size}
      height={size}
      viewBox="0 0 20 20"
    >
      <path d={SHAPES[name]} />
    </svg>
  );
}

/** The line itself, in a box of 20 by 20, for what is not drawn by React. */
export function shapeOf(name: IconName): string {
  return SHAPES[name];
}
