/**
 * Windows, deadlines and retries by version. A published version never changes: a subscription keeps the one it was
 * bought under, so a new rule is a new version.
 */
export const POLICIES = {
  '2026-11': {
    takeBackDays: 7,
    activationDays: 30,
    activationReminderDays: [7, 1],
    nonpaymentDays: 30,
    firstInvoiceNonpaymentDays: 7,
    retryDays: [2, 7, 14, 21],
    invoiceDueDays: 30,
    refundHours: 72,
    dataKeptDays: 7,
    annualRenewalNoticeDays: [30, 7],
    monthlyRenewalNoticeDays: [3],
    magicLinkMinutes: 10,
    flowLinkDays: 14,
    purchaseTokenHours: 24,
    publisherAnswerSeconds: 10,
    invitationDays: 7,
  },
} as const satisfies Record<string, Record<string, number | readonly number[]>>;

export type PolicyVersion = keyof typeof POLICIES;
export type Policy = (typeof POLICIES)[PolicyVersion];

/** How often an invoice of a profile may be tried to be paid within 24 hours; a card that fails is not tried to death. */
export const TRIES_A_DAY = 5;

/** How long a charge waits for the payer's bank to have its approval; after that it counts as declined. */
export const APPROVAL_DAYS = 2;

/** The version that new subscriptions are bought under and that pages for visitors print. */
export const CURRENT_POLICY_VERSION: PolicyVersion = '2026-11';
export const CURRENT_POLICY: Policy = POLICIES[CURRENT_POLICY_VERSION];

export function isPolicyVersion(version: string): version is PolicyVersion {
  return Object.hasOwn(POLICIES, version);
}

/** The policy a subscription was bought under. Throws for a version that was never published. */
export function requirePolicy(version: string): Policy {
  if (!isPolicyVersion(version)) throw new Error(`Unknown policy version ${version}`);
  return POLICIES[version];
}
