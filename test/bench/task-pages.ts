import { nameOf } from './forms';

/** A page that shows a task's form, and how the form is found and filled in. */
export type TaskPage = {
  readonly task: string;
  /** Somebody of the demo whose task it is. */
  readonly by: 'maja-sandberg' | 'astrid-lindqvist' | 'johan-ekstrom';
  /** Below the locale. */
  readonly path: string;
  /** What only this form has in its markup. */
  readonly having: string;
  readonly typed: Readonly<Record<string, string>>;
};

const profile = '/billing/profiles/nordlys-office';
const app = 'app=nordlys-tallyworks';
const bought = 'plan=tidlapp-monthly&profile=nordlys-office&quantity=12';
const agreement = { agreement: '2026-11' };

/**
 * A task each, by its first form. One that is reviewed is sent for review, and stores the same review again and again;
 * one that takes effect at once has it the first time, and is found by its key from then on; the publisher's portal is
 * opened anew each time. A card is given at the provider's page, so replacing it is measured by bank transfer.
 */
export const TASK_PAGES: readonly TaskPage[] = [
  {
    task: 'change-license-quantity',
    by: 'maja-sandberg',
    path: `/help/change-license-quantity?${app}`,
    having: nameOf('quantity'),
    typed: { quantity: '12' },
  },
  {
    task: 'change-plan',
    by: 'maja-sandberg',
    path: `/help/change-plan?${app}`,
    having: nameOf('plan'),
    typed: { plan: 'tallyworks-pro-plus', quantity: '10' },
  },
  {
    task: 'cancel-subscription',
    by: 'maja-sandberg',
    path: `/help/cancel-subscription?${app}`,
    having: nameOf('time'),
    typed: { time: 'at_end' },
  },
  {
    task: 'change-billing-profile',
    by: 'maja-sandberg',
    path: `/help/change-billing-profile?${app}`,
    having: nameOf('profile'),
    typed: { profile: 'nordlys-north' },
  },
  {
    task: 'replace-payment-method',
    by: 'maja-sandberg',
    path: `${profile}?do=replace-payment-method`,
    having: nameOf('act'),
    typed: {},
  },
  {
    task: 'buy-again',
    by: 'maja-sandberg',
    path: `/help/buy-again?app=nordlys-tidlapp&${bought}`,
    having: nameOf('agreement'),
    typed: agreement,
  },
  {
    task: 'get-apps',
    by: 'maja-sandberg',
    path: `/help/get-apps?offer=tidlapp&${bought}`,
    having: nameOf('agreement'),
    typed: agreement,
  },
  {
    task: 'pay-invoice',
    by: 'johan-ekstrom',
    path: '/help/fix-payment?invoice={invoice}',
    having: nameOf('invoice'),
    typed: {},
  },
  {
    task: 'edit-billing-profile',
    by: 'astrid-lindqvist',
    path: `${profile}?do=edit-billing-profile`,
    having: nameOf('billToName'),
    typed: { poNumber: '4711' },
  },
  {
    task: 'manage-profile-roles',
    by: 'astrid-lindqvist',
    path: `${profile}?do=manage-profile-roles`,
    having: ' value="oskar-berglund"',
    typed: { person: 'oskar-berglund', role: 'reader' },
  },
  {
    task: 'invite-member',
    by: 'astrid-lindqvist',
    path: '/team',
    having: nameOf('email'),
    typed: { email: 'ny@nordlysbygg.example', role: 'member' },
  },
  {
    task: 'open-publisher-portal',
    by: 'astrid-lindqvist',
    path: '/help/assign-licenses?app=nordlys-tallyworks',
    having: nameOf('wish'),
    typed: {},
  },
];
