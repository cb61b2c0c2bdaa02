import type { ReactNode } from 'react';

/** What can be done with a thing: one `ActionItem` each. */
export function ActionList({ children }: { children: ReactNode }) {
  return <ul className="action-list">{children}</ul>;
}

type ActionItemProps = {
  href: string;
  title: ReactNode;
  description?: ReactNode;
  /** The guide, at the step. `label` is the same on all, so the link's name adds the title. */
  how?: { href: string; label: string };
  isDanger?: boolean;
  /** Its form stands open on this page. */
  isOpen?: boolean;
  id: string;
};

export function ActionItem({ href, title, description, how, isDanger = false, isOpen = false, id }: ActionItemProps) {
  return (
    <li>
      <a
        className={isDanger ? 'do danger' : 'do'}
        id={`${id}-do`}
        href={href}
        aria-current={isOpen ? 'true' : undefined}
      >
        {title}
      </a>
      {how ? (
        <a className="how" id={`${id}-how`} href={how.href} aria-labelledby={`${id}-how ${id}-do`}>
          {how.label}
        </a>
      ) : null}
      {description ? <p>{description}</p> : null}
    </li>
  );
}
