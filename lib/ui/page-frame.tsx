import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Icon } from './icon';
import { MainNav, type NavLink } from './main-nav';
import { SearchForm } from './search-form';
import { Wordmark } from './wordmark';

export type Section = 'help' | 'apps' | 'billing' | 'activity' | 'team' | 'biller';

type Props = {
  locale: string;
  /** The section this page belongs to. */
  current?: Section;
  nav: readonly { section: Section; href: string; label: string }[];
  account: ReactNode;
  languageMenu: ReactNode;
  searchAction: string;
  searchQuery?: string;
  /** Said on every page of a demonstration. */
  demoNotice?: ReactNode;
  /** An `OfferLine`. */
  offer?: ReactNode;
  /** Quiet links at the foot; help comes first, on every page in the same place. */
  footLinks: readonly { href: string; label: string }[];
  children: ReactNode;
};

/** Everything around a page. On a phone, navigation and search fold into a menu that needs no script. */
export function PageFrame(props: Props) {
  const t = useTranslations('chrome');
  const links: NavLink[] = props.nav.map(({ section, href, label }) => ({
    href,
    label,
    current: section === props.current ? 'true' : undefined,
  }));
  const search = (
    <SearchForm
      action={props.searchAction}
      label={t('search')}
      submitLabel={t('searchSubmit')}
      query={props.searchQuery}
    />
  );
  const home = `/${props.locale}/help`;
  return (
    <>
      <a className="skip" href="#content">
        {t('skip')}
      </a>
      {props.offer}
      <header className="site-head">
        {props.demoNotice ? <div className="demo-notice">{props.demoNotice}</div> : null}
        <div className="bar">
          <Wordmark href={home} label={t('home')} />
          <MainNav label={t('mainNav')} links={links} />
          <div className="bar-end">
            {search}
            {props.languageMenu}
            <div className="account">{props.account}</div>
            <details className="pop menu">
              <summary>
                <Icon name="menu" size={22} />
                <span className="visually-hidden">{t('menu')}</span>
              </summary>
              <div className="pop-sheet">
                <MainNav label={t('mainNav')} links={links} />
                {search}
              </div>
            </details>
          </div>
        </div>
      </header>
      <main id="content" className="page" tabIndex={-1}>
        {props.children}
      </main>
      <footer className="site-foot">
        <div>
          <span className="quiet">{t('footNote')}</span>
          {props.footLinks.map((link) => (
            <a key={link.href} href={link.href}>
              {link.label}
            </a>
          ))}
        </div>
      </footer>
    </>
  );
}
