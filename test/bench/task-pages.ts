/** A page that shows a task's form to a reader with billing roles, and how the form is found and filled in. */
export type TaskPage = {
  readonly task: string;
  /** Below the locale. */
  readonly path: string;
  /** A control that only this form has. */
  readonly having: string;
  readonly typed: Readonly<Record<string, string>>;
};

/** Who sends them. */
export const SENDER = 'maja-sandberg';

const app = 'app=nordlys-tallyworks';
const bought = 'plan=tidlapp-monthly&profile=nordlys-office&quantity=12';
const agreement = { agreement: '2026-11' };

/**
 * A task each, by the form that asks for its review: sent again, it stores the same review again. Replacing the payment
 * method is measured by its way without the provider's page.
 */
export const TASK_PAGES: readonly TaskPage[] = [
  {
    task: 'change-license-quantity',
    path: `/help/change-license-quantity?${app}`,
    having: 'quantity',
    typed: { quantity: '12' },
  },
  {
    task: 'change-plan',
    path: `/help/change-plan?${app}`,
    having: 'plan',
    typed: { plan: 'tallyworks-pro-plus', quantity: '10' },
  },
  { task: 'cancel-subscription', path: `/help/cancel-subscription?${app}`, having: 'time', typed: { time: 'at_end' } },
  {
    task: 'change-billing-profile',
    path: `/help/change-billing-profile?${app}`,
    having: 'profile',
    typed: { profile: 'nordlys-north' },
  },
  {
    task: 'replace-payment-method',
    path: '/billing/profiles/nordlys-office?do=replace-payment-method',
    having: 'act',
    typed: {},
  },
  {
    task: 'buy-again',
    path: `/help/buy-again?app=nordlys-tidlapp&${bought}`,
    having: 'agreement',
    typed: agreement,
  },
  { task: 'get-apps', path: `/help/get-apps?offer=tidlapp&${bought}`, having: 'agreement', typed: agreement },
];
