/** The product's own name: the same in every language. */
const NAME = 'stegvis';

/** The mark alone: a flight of steps and, on the last one, the goal. Both colours follow the theme. */
export function Mark({ height = 26 }: { height?: number }) {
  return (
    <svg aria-hidden="true" width={(height * 30) / 26} height={height} viewBox="0 0 30 26">
      <path className="rise" d="M1 23.6H10.4V16.8H19.2V10H29" fill="none" stroke="currentColor" strokeWidth="3.4" />
      <circle className="goal" cx="25.4" cy="4" r="3.1" />
    </svg>
  );
}

/** Mark and name, linked to the start page. `label` is the link's name for assistive technology. */
export function Wordmark({ href, label }: { href: string; label: string }) {
  return (
    <a className="wordmark" href={href} aria-label={label}>
      <Mark />
      <span translate="no">{NAME}</span>
    </a>
  );
}
