import { useId } from 'react';
import type { NavLink } from './main-nav';

type Props = { title: string; links: readonly NavLink[]; isPlain?: boolean; isWideOnly?: boolean };

/** A column of links beside an article; `isPlain` drops the line (tools rather than places), `isWideOnly` leaves it out on a phone. */
export function SideList({ title, links, isPlain = false, isWideOnly = false }: Props) {
  const id = useId();
  const className = ['side-list', isPlain && 'side-list-plain', isWideOnly && 'side-list-wide']
    .filter(Boolean)
    .join(' ');
  return (
    <nav className={className} aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <ul>
        {links.map((link) => (
          <li key={link.href}>
            <a href={link.href} aria-current={link.current} lang={link.lang} hrefLang={link.lang}>
              {link.label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
