import type { Day } from './days';
import type { DocumentKind } from './document-snapshot';
import type { Currency } from './money';

/** What a review or a receipt can state, one line each: the keys below `figures` in ui.json. */
export const FIGURES = [
  'app',
  'licenses',
  'plan',
  'planLicenses',
  'planPrice',
  'planPayToday',
  'planPaid',
  'planOnNextInvoice',
  'effectiveNow',
  'effectiveAtRenewal',
  'payToday',
  'payNothing',
  'paid',
  'paidNothing',
  'onNextInvoice',
  'paidFromCredit',
  'credit',
  'renewal',
  'renewalSame',
  'renewalOfTerm',
  'noRenewal',
  'paidByCard',
  'paidByInvoice',
  'paidByCardOrBackup',
  'paymentMethod',
  'backupMethod',
  'cardValidThrough',
  'appsPaid',
  'appsPaidNone',
  'usedNextOn',
  'usedNextInvoice',
  'usedNextNone',
  'usedAsBackup',
  'stillOwed',
  'waitsForInvoice',
  'replacedCard',
  'ends',
  'endsNow',
  'undoUntil',
  'undoNever',
  'plannedFallsAway',
  'plannedPlanFallsAway',
  'refund',
  'creditNote',
  'refundNone',
  'notBilled',
  'debtRemains',
  'affected',
  'dataKept',
  'kept',
  'renews',
  'bought',
  'sentBy',
  'pricePerPeriod',
  'firstInvoice',
  'renewsEach',
  'activation',
  'agreement',
  'billingProfile',
  'effectiveNextInvoice',
  'notYetInvoiced',
  'paidUntilNow',
  'paidFromNextInvoice',
  'profile',
  'changedBillTo',
  'changedAddress',
  'changedContact',
  'changedRecipients',
  'changedPoNumber',
  'changedVatNumber',
  'changedDocumentLanguage',
  'person',
  'profileRole',
  'receiptToYou',
  'receiptToYouAnd',
  'invoiceTo',
  'creditNoteTo',
  'member',
  'memberRole',
  'memberRoleChange',
  'invitedAddress',
  'invitationUntil',
  'profilesLeft',
  'invoiceOf',
  'payInvoice',
  'invoicePaid',
  'reinstates',
  'staysDisabled',
  'declineReason',
] as const;
export type FigureName = (typeof FIGURES)[number];

/** A value without words or format: a language writes it out when it is read. `code` chooses within the message. */
export type FigureValue =
  | { readonly text: string }
  | { readonly texts: readonly string[] }
  | { readonly code: string }
  | { readonly count: number }
  | { readonly day: Day }
  /** 'YYYY-MM'. */
  | { readonly month: string }
  /** By its name in the tz database. */
  | { readonly timeZone: string }
  | { readonly from: Day; readonly through: Day }
  | { readonly amountMinor: bigint; readonly currency: Currency };

export type FigureValues = Readonly<Record<string, FigureValue>>;
export type Figure = { readonly name: FigureName; readonly values: FigureValues };

/** Those that hold the sum to look at. */
const SUMS: readonly FigureName[] = [
  'payToday',
  'payNothing',
  'paid',
  'paidNothing',
  'onNextInvoice',
  'planPayToday',
  'planPaid',
  'planOnNextInvoice',
  'credit',
  'refund',
  'creditNote',
  'refundNone',
  'notBilled',
  'pricePerPeriod',
  'payInvoice',
  'invoicePaid',
];

export function isSum(name: FigureName): boolean {
  return SUMS.includes(name);
}

const DOCUMENTS: Readonly<Partial<Record<FigureName, DocumentKind>>> = {
  payToday: 'invoice',
  paid: 'invoice',
  planPayToday: 'invoice',
  planPaid: 'invoice',
  credit: 'credit_note',
  creditNote: 'credit_note',
};

/**
 * The document that the billing profile is issued at once with what the figures state. Undefined where none is, or it
 * comes later, or it goes to the profile that paid before.
 */
export function documentIssuedWith(figures: readonly Figure[]): DocumentKind | undefined {
  const issued = figures.find(({ name, values: { credited } }) => {
    return DOCUMENTS[name] && !(credited && 'code' in credited && credited.code === 'former');
  });
  return issued && DOCUMENTS[issued.name];
}
