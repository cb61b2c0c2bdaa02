import type { ReactNode } from 'react';

export function TaskCards({ children }: { children: ReactNode }) {
  return <ul className="task-cards">{children}</ul>;
}

type Props = {
  href: string;
  title: ReactNode;
  description: ReactNode;
  lang?: string | undefined;
  headingLevel?: 2 | 3;
  stepCount?: number;
  stepsText?: ReactNode;
};

/** A task by its verb; the small rail shows how many steps it has. */
export function TaskCard({ href, title, description, lang, headingLevel = 2, stepCount = 0, stepsText }: Props) {
  const Heading = headingLevel === 2 ? 'h2' : 'h3';
  return (
    <li className="task-card">
      <Heading lang={lang}>
        <a href={href}>{title}</a>
      </Heading>
      <p lang={lang}>{description}</p>
      {stepCount > 0 ? (
        <div className="mini-rail">
          <MiniRail nodes={stepCount} />
          {stepsText}
        </div>
      ) : null}
    </li>
  );
}

function MiniRail({ nodes }: { nodes: number }) {
  const width = (nodes - 1) * 18 + 10;
  const line = Array.from({ length: nodes - 1 }, (_, index) => `M${index * 18 + 9} 5h10`).join('');
  const rings = Array.from({ length: nodes }, (_, index) => `M${index * 18 + 1} 5a4 4 0 1 0 8 0a4 4 0 1 0-8 0`).join(
    '',
  );
  return (
    <svg
      aria-hidden="true"
      width={width}
      height="10"
      viewBox={`0 0 ${width} 10`}
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
    >
      <path d={line + rings} />
    </svg>
  );
}
