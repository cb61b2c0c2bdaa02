/** One entry of a list of links. `current`: the page itself, or the section or step that it belongs to. */
export type NavLink = { href: string; label: string; current?: 'page' | 'true' | 'step'; lang?: string };

/** Links in a landmark of their own, named by `label`. */
export function MainNav({ label, links }: { label: string; links: readonly NavLink[] }) {
  return (
    <nav className="main-nav" aria-label={label}>
      {links.map((link) => (
        <a key={link.href} href={link.href} aria-current={link.current}>
          {link.label}
        </a>
      ))}
    </nav>
  );
}
