import type { Locale } from '@/lib/i18n/locales';
import { PAGES } from '@/lib/server/pages';

/** One address, or more, for every page a person can open, below the locale. A page without one fails the tests. */
const ADDRESSES: Readonly<Record<string, readonly string[]>> = {
  '/help': ['/help'],
  '/help/search': ['/help/search', '/help/search?q=licenser', '/help/search?q=zzzz'],
  '/help/[guide]': [
    '/help/manage-third-party-apps',
    '/help/change-license-quantity',
    '/help/change-license-quantity?app=nordlys-ritkant',
    '/help/change-license-quantity?app=nordlys-prosfora',
    '/help/change-license-quantity?app=nordlys-archive',
  ],
  '/apps': ['/apps', '/apps?show=attention&sort=date'],
  '/apps/[id]': ['/apps/nordlys-ritkant', '/apps/nordlys-lagkort?do=change-license-quantity'],
  '/receipts/[id]': ['/receipts/[id]'],
  '/activity': ['/activity'],
  '/account': ['/account', '/account?notice=details_saved'],
  '/sign-in': ['/sign-in'],
  '/sign-in/again': ['/sign-in/again?for=cancel'],
  '/sign-in/sent': ['/sign-in/sent'],
  '/sign-in/confirm': ['/sign-in/confirm'],
  '/sign-in/refused': ['/sign-in/refused'],
  '/demo-mailbox': ['/demo-mailbox'],
};

/** Every page of a locale for one signed-in person, and one that is not there. `receiptId` is a receipt of theirs. */
export function listAddresses(locale: Locale, receiptId: string): string[] {
  const pages = PAGES.filter(({ rendering }) => rendering !== 'handler').flatMap(({ path }) => {
    const addresses = ADDRESSES[path];
    if (!addresses) throw new Error(`No address for the page ${path}`);
    return addresses;
  });
  return [...pages, '/no-such-page'].map((path) => `/${locale}${path.replace('[id]', receiptId)}`);
}
