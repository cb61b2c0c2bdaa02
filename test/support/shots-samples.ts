import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { GUIDES } from '@/lib/domain/guides/registry';
import { PAGES } from '@/lib/server/pages';

/** One thing to look at. `path` stands below the locale; `arrive` does what must be done on the page first. */
export type Sample = {
  readonly name: string;
  readonly path: string;
  readonly who: 'visitor' | 'reader';
  readonly arrive?: (page: Page) => Promise<void>;
};

const QUANTITY = '/help/change-license-quantity';
const app = (id: string) => `${QUANTITY}?app=${id}`;
const asks = (quantity: string, found: string) => async (page: Page) => {
  await page.locator('input[name="quantity"]').fill(quantity);
  await page.locator('input[name="quantity"]').press('Enter');
  await page.locator(found).waitFor();
};

/** From the mail that invited somebody in the demo, whose link may name another port. */
const openInvitation = async (page: Page) => {
  const mail = await page.getByText('/sign-in/invitation?token=').first().innerText();
  await page.goto(`/${/[\w-]+\/sign-in\/invitation\?token=[\w-]{43}/.exec(mail)?.[0]}`);
};
async function asksToCancel(page: Page): Promise<void> {
  await page.locator('form:has(input[name="time"]) button').click();
  await page.locator('.review').waitFor();
}
const MOVE = '/help/change-billing-profile';
const PLAN = '/help/change-plan';
const choosesPlan = (plan: string) => async (page: Page) => {
  await page.locator(`input[name="plan"][value="${plan}"]`).check();
  await page.locator('form:has(input[name="plan"]) button').click();
  await page.locator('.review').waitFor();
};
const OFFICE = '/billing/profiles/nordlys-office';
const chooses = (profile: string) => async (page: Page) => {
  await page.locator(`input[name="profile"][value="${profile}"]`).check();
  await page.locator('form:has(input[name="profile"][type="radio"]) button').click();
  await page.locator('.review').waitFor();
};
const asksForTransfer = async (page: Page) => {
  await page.locator('form:has(input[value="use_bank_transfer"]) button').click();
  await page.locator('.review').waitFor();
};
const empties = async (page: Page) => {
  await page.locator('input[name="city"]').fill('');
  await page.locator('input[name="postalCode"]').fill('112');
  await page.locator('input[name="recipient2"]').fill('ekonomi@');
  await page.locator('input[name="city"]').press('Enter');
  await page.locator('.error-summary').waitFor();
};

const STATES: readonly Sample[] = [
  { name: 'missing', path: '/nothing-here', who: 'visitor' },
  { name: 'missing-suggests', path: '/help/andra-change-licenses-licenser', who: 'visitor' },
  { name: 'country-asked', path: '/help/supported-regions?country=SE', who: 'visitor' },
  { name: 'country-not-sold', path: '/help/supported-regions?country=JP', who: 'reader' },
  { name: 'activity-narrowed', path: '/activity?app=nordlys-ritkant', who: 'reader' },
  { name: 'missing', path: '/apps/nothing-here', who: 'reader' },
  { name: 'search-hits', path: '/help/search?q=app', who: 'visitor' },
  { name: 'app-chosen', path: app('nordlys-tallyworks'), who: 'reader' },
  { name: 'error', path: app('nordlys-tallyworks'), who: 'reader', arrive: asks('1,5', '.error-summary') },
  { name: 'review-increase', path: app('nordlys-tallyworks'), who: 'reader', arrive: asks('14', '.review') },
  { name: 'review-decrease', path: app('nordlys-tallyworks'), who: 'reader', arrive: asks('8', '.review') },
  { name: 'take-back', path: app('nordlys-ritkant'), who: 'reader' },
  { name: 'planned', path: app('nordlys-lagkort'), who: 'reader' },
  { name: 'flat', path: app('nordlys-archive'), who: 'reader' },
  { name: 'past-due', path: app('nordlys-prosfora'), who: 'reader' },
  { name: 'plan-chosen', path: `${PLAN}?app=nordlys-ritkant`, who: 'reader' },
  {
    name: 'plan-review',
    path: `${PLAN}?app=nordlys-ritkant`,
    who: 'reader',
    arrive: choosesPlan('ritkant-plus'),
  },
  {
    name: 'plan-review-term',
    path: `${PLAN}?app=nordlys-ritkant`,
    who: 'reader',
    arrive: choosesPlan('ritkant-annual'),
  },
  { name: 'activation', path: '/help/activate-app?app=nordlys-taxidi', who: 'reader' },
  { name: 'activated', path: '/help/activate-app?app=nordlys-tallyworks', who: 'reader' },
  { name: 'activation-too-late', path: '/help/activate-app?app=nordlys-vaderfonster', who: 'reader' },
  { name: 'assignment', path: '/help/assign-licenses?app=nordlys-tallyworks', who: 'reader' },
  { name: 'assignment-flat', path: '/help/assign-licenses?app=nordlys-archive', who: 'reader' },
  { name: 'app-portal', path: '/apps/nordlys-taxidi?do=open-publisher-portal', who: 'reader' },
  { name: 'app-planned', path: '/apps/nordlys-lagkort', who: 'reader' },
  { name: 'app-flat', path: '/apps/nordlys-archive', who: 'reader' },
  { name: 'app-past-due', path: '/apps/nordlys-prosfora', who: 'reader' },
  { name: 'profile-invoiced', path: '/billing/profiles/nordlys-projects', who: 'reader' },
  { name: 'profile-name-only', path: '/billing/profiles/nordlys-north', who: 'reader' },
  { name: 'profile-credit-notes', path: '/billing/profiles/nordlys-office?show=credit_notes', who: 'reader' },
  { name: 'profile-nothing-due', path: '/billing/profiles/nordlys-office?show=due', who: 'reader' },
  { name: 'invitation-open', path: '/demo-mailbox', who: 'visitor', arrive: openInvitation },
  { name: 'invitation-other', path: '/demo-mailbox', who: 'reader', arrive: openInvitation },
  { name: 'team-member', path: '/team?member=oskar-berglund', who: 'reader' },
  { name: 'team-owner', path: '/team?member=astrid-lindqvist', who: 'reader' },
  { name: 'team-profile-owner', path: '/team?member=johan-ekstrom', who: 'reader' },
  { name: 'team-removal', path: '/team?member=maja-sandberg&do=remove', who: 'reader' },
  { name: 'cancel', path: '/apps/nordlys-tallyworks?do=cancel-subscription', who: 'reader' },
  {
    name: 'cancel-review',
    path: '/help/cancel-subscription?app=nordlys-tallyworks',
    who: 'reader',
    arrive: asksToCancel,
  },
  { name: 'ending', path: '/help/cancel-subscription?app=nordlys-sign', who: 'reader' },
  { name: 'offer-plan', path: '/help/get-apps?offer=tallyworks-pro', who: 'reader' },
  { name: 'offer-unsold', path: '/help/get-apps?offer=tallyworks-hmrc', who: 'reader' },
  { name: 'proposal', path: '/help/get-apps?order=proposal-forecast', who: 'reader' },
  { name: 'buy-again', path: '/apps/nordlys-prosfora-office?do=buy-again', who: 'reader' },
  { name: 'move-choices', path: `${MOVE}?app=nordlys-ritkant`, who: 'reader' },
  { name: 'move-review', path: `${MOVE}?app=nordlys-ritkant`, who: 'reader', arrive: chooses('nordlys-projects') },
  { name: 'profile-chosen', path: '/help/manage-billing-profiles?profile=nordlys-office', who: 'reader' },
  { name: 'profile-payment', path: `${OFFICE}?do=replace-payment-method`, who: 'reader' },
  {
    name: 'profile-payment-review',
    path: `${OFFICE}?do=replace-payment-method`,
    who: 'reader',
    arrive: asksForTransfer,
  },
  { name: 'profile-edit', path: `${OFFICE}?do=edit-billing-profile`, who: 'reader' },
  { name: 'profile-edit-errors', path: `${OFFICE}?do=edit-billing-profile`, who: 'reader', arrive: empties },
  { name: 'profile-roles', path: `${OFFICE}?do=manage-profile-roles`, who: 'reader' },
  { name: 'profile-own-role', path: `${OFFICE}?do=manage-profile-roles&own=none`, who: 'reader' },
  { name: 'app-disabled', path: '/apps/nordlys-tidlapp', who: 'reader' },
];

/** Every page of the route table for who may see it, then the states of the task. The ids are of things the reader may read. */
export function listSamples(own: SampleIds): Sample[] {
  const pages = PAGES.filter(({ rendering }) => rendering !== 'handler').flatMap(({ path, record, audience }) => {
    const ids = path.includes('[guide]') ? GUIDES.map(({ id }) => id) : [idOf(record, own)];
    const who = audience === 'reader' ? (['reader'] as const) : (['visitor', 'reader'] as const);
    const name = (id: string) =>
      path
        .slice(1)
        .replace(/\[\w+\]/, record ?? id)
        .replaceAll('/', '-');
    return ids.flatMap((id) =>
      who.map((each): Sample => ({ name: name(id), path: path.replace(/\[\w+\]/, id), who: each })),
    );
  });
  return [...pages, ...STATES];
}

/** Pages of the build that no sample shows: a page outside the route table, or `missing` without its state. */
export function listUnseenPages(manifestFile: string): string[] {
  const built = Object.keys(JSON.parse(readFileSync(manifestFile, 'utf8')));
  const seen = new Set(PAGES.flatMap(({ path, live }) => [path, live ?? path]).map((path) => `/[locale]${path}/page`));
  // Next's own two, which the proxy never lets anybody see, and the page behind every 404, which is among the states.
  const others = ['/_not-found/page', '/_global-error/page', '/[locale]/live/missing/page'];
  const outOfGroup = (page: string) => page.replace(/\/\([\w-]+\)(?=\/)/g, '');
  return built.map(outOfGroup).filter((page) => page.endsWith('/page') && !seen.has(page) && !others.includes(page));
}

type SampleIds = { readonly receiptId: string; readonly invoiceId: string };

function idOf(record: (typeof PAGES)[number]['record'], { receiptId, invoiceId }: SampleIds): string {
  switch (record) {
    case 'receipt':
      return receiptId;
    case 'invoice':
      return invoiceId;
    case 'billing_profile':
      return 'nordlys-office';
    default:
      return 'nordlys-tallyworks';
  }
}
