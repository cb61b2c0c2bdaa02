type GuideLine = {
  readonly href: string;
  readonly title: string;
  readonly summary: string;
  readonly lang: string | undefined;
};

/** Guides by name, each with what it tells. */
export function GuideList({ guides }: { guides: readonly GuideLine[] }) {
  return (
    <ul className="guide-list">
      {guides.map(({ href, title, summary, lang }) => (
        <li key={href} lang={lang}>
          <a href={href}>{title}</a>
          <p>{summary}</p>
        </li>
      ))}
    </ul>
  );
}
