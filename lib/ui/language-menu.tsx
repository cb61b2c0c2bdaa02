import { Icon } from './icon';

/** `tag` is a BCP 47 tag, `name` the language's own name for itself, `href` sets the choice. */
export type LanguageLink = { tag: string; name: string; href: string };

type Props = {
  label: string;
  currentTag: string;
  /** Languages this page really exists in, the present one included. */
  links: readonly LanguageLink[];
  notYet?: { title: string; links: readonly LanguageLink[] };
};

/** A list of links, each in its own language, that opens without script. */
export function LanguageMenu({ label, currentTag, links, notYet }: Props) {
  const present = [...links, ...(notYet?.links ?? [])].find((link) => link.tag === currentTag);
  return (
    <details className="pop languages">
      <summary>
        <Icon name="globe" />
        <span className="visually-hidden">{label}: </span>
        <span className="name" lang={currentTag}>
          {present?.name ?? currentTag}
        </span>
      </summary>
      <nav className="pop-sheet" aria-label={label}>
        <LanguageLinks links={links} currentTag={currentTag} />
        {notYet && notYet.links.length > 0 ? (
          <>
            <h2>{notYet.title}</h2>
            <LanguageLinks links={notYet.links} currentTag={currentTag} />
          </>
        ) : null}
      </nav>
    </details>
  );
}

function LanguageLinks({ links, currentTag }: { links: readonly LanguageLink[]; currentTag: string }) {
  return (
    <ul>
      {links.map(({ tag, name, href }) => (
        <li key={tag}>
          <a href={href} lang={tag} hrefLang={tag} aria-current={tag === currentTag ? 'true' : undefined}>
            {name}
            {tag === currentTag ? <Icon name="check" size={16} /> : null}
          </a>
        </li>
      ))}
    </ul>
  );
}
