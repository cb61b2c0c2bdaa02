import type { Locale } from '@/lib/i18n/locales';
import { PAGES } from '@/lib/server/pages';

/** One address, or more, for every page a person can open, below the locale. A page without one fails the tests. */
const ADDRESSES: Readonly<Record<string, readonly string[]>> = {
  '/help': ['/help'],
  '/help/search': ['/help/search', '/help/search?q=licenser', '/help/search?q=zzzz'],
  '/help/[guide]': [
    '/help/manage-third-party-apps',
    '/help/supported-regions',
    '/help/supported-regions?country=SE',
    '/help/activate-app',
    '/help/activate-app?app=nordlys-taxidi',
    '/help/activate-app?app=nordlys-tallyworks',
    '/help/assign-licenses?app=nordlys-tallyworks',
    '/help/assign-licenses?app=nordlys-archive',
    '/help/change-license-quantity',
    '/help/change-license-quantity?app=nordlys-ritkant',
    '/help/change-license-quantity?app=nordlys-prosfora',
    '/help/change-license-quantity?app=nordlys-archive',
    '/help/change-plan?app=nordlys-ritkant',
    '/help/change-plan?app=nordlys-archive',
    '/help/cancel-subscription?app=nordlys-sign',
    '/help/buy-again?app=nordlys-prosfora-office&plan=prosfora-monthly&quantity=2&profile=nordlys-office',
    '/help/get-apps',
    '/help/get-apps?find=ritning&all=1',
    '/help/get-apps?offer=tallyworks-pro&plan=tallyworks-pro-annual&quantity=x',
    '/help/get-apps?offer=tallyworks-pro&plan=tallyworks-pro-annual&quantity=12',
    '/help/get-apps?offer=tallyworks-hmrc',
    '/help/get-apps?order=proposal-forecast&profile=nordlys-office',
    '/help/change-billing-profile?app=nordlys-ritkant',
    '/help/understand-invoice',
    '/help/understand-invoice?invoice=[invoice]',
    '/help/fix-payment',
    '/help/fix-payment?app=nordlys-prosfora',
    '/help/manage-billing-profiles',
    '/help/manage-billing-profiles?profile=nordlys-office',
  ],
  '/apps': ['/apps', '/apps?show=attention&sort=date'],
  '/apps/[id]': [
    '/apps/nordlys-ritkant',
    '/apps/nordlys-lagkort?do=change-license-quantity',
    '/apps/nordlys-prosfora-office?do=buy-again&plan=prosfora-monthly&quantity=x&profile=nordlys-office',
    '/apps/nordlys-lagkort?do=change-billing-profile',
    '/apps/nordlys-tallyworks?do=change-plan',
  ],
  '/receipts/[id]': ['/receipts/[id]'],
  '/activity': ['/activity', '/activity?app=nordlys-sign&person=maja-sandberg'],
  '/billing': ['/billing'],
  '/billing/profiles/[id]': [
    '/billing/profiles/nordlys-office',
    '/billing/profiles/nordlys-office?show=due',
    '/billing/profiles/nordlys-north?page=2',
    '/billing/profiles/nordlys-projects',
    '/billing/profiles/nordlys-office?from=2026-02&to=2026-01&refused=period_reversed',
    '/billing/profiles/nordlys-office?do=edit-billing-profile',
    '/billing/profiles/nordlys-office?do=replace-payment-method',
    '/billing/profiles/nordlys-office?do=manage-profile-roles',
  ],
  '/billing/invoices/[id]': ['/billing/invoices/[invoice]'],
  '/team': ['/team', '/team?member=oskar-berglund', '/team?member=oskar-berglund&do=remove'],
  '/biller': ['/biller'],
  '/hand-over': ['/hand-over'],
  '/account': ['/account', '/account?notice=details_saved'],
  '/sign-in': ['/sign-in'],
  '/sign-in/again': ['/sign-in/again?for=cancel'],
  '/sign-in/sent': ['/sign-in/sent'],
  '/sign-in/confirm': ['/sign-in/confirm'],
  '/sign-in/refused': ['/sign-in/refused'],
  '/sign-in/invitation': ['/sign-in/invitation'],
  '/demo-mailbox': ['/demo-mailbox'],
  '/demo-clock': ['/demo-clock', '/demo-clock?wrong=move_malformed&far=x'],
  '/no-such-page': ['/no-such-page'],
};

/** A receipt and an invoice that the person may read. */
export type ReadableIds = { readonly receiptId: string; readonly invoiceId: string };

/** The first segment, or two, that addresses share: what one test walks. */
const partOf = (path: string) => (path === '/help/[guide]' ? path : `/${path.split('/')[1]}`);

const PATHS = [...PAGES.filter(({ rendering }) => rendering !== 'handler').map(({ path }) => path), '/no-such-page'];

export const ADDRESS_PARTS: readonly string[] = [...new Set(PATHS.map(partOf))];

/** Every page of a part for one signed-in person; the last part is a page that is not there. */
export function listAddressesOf(part: string, locale: Locale, { receiptId, invoiceId }: ReadableIds): string[] {
  const pages = PATHS.filter((path) => partOf(path) === part).flatMap((path) => {
    const addresses = ADDRESSES[path];
    if (!addresses) throw new Error(`No address for the page ${path}`);
    return addresses;
  });
  const filled = (path: string) => path.replace('[id]', receiptId).replace('[invoice]', invoiceId);
  return pages.map((path) => `/${locale}${filled(path)}`);
}
