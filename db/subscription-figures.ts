import type { Figure, FigureValue } from '@/lib/domain/figures';
import type { Amounts, Currency } from '@/lib/domain/money';
import type { Term } from '@/lib/domain/plans';
import type { CreditPart } from '@/lib/domain/proration';
import type { Renewal } from '@/lib/domain/quantity-quote';
import type { Subscription } from './subscriptions';

/** Which app and plan an act is about. */
export function appFigure({ offer, plan }: Pick<Subscription, 'offer' | 'plan'>): Figure {
  return { name: 'app', values: { app: { text: offer.name }, plan: { text: plan.name } } };
}

type Payer = Pick<Subscription, 'paymentMethod' | 'profile'> & Partial<Pick<Subscription, 'backupMethod'>>;

/** Who pays, with what; a backup is named where it is not known yet which of the two it will be. */
export function payerFigure({ paymentMethod, backupMethod, profile }: Payer): Figure {
  const ofProfile = { profile: { text: profile.name } };
  if (!paymentMethod?.brand || !paymentMethod.lastFour) return { name: 'paidByInvoice', values: ofProfile };
  const { brand, lastFour } = paymentMethod;
  const card = { ...ofProfile, brand: { text: brand }, lastFour: { text: lastFour } };
  if (!backupMethod?.brand || !backupMethod.lastFour) return { name: 'paidByCard', values: card };
  const backup = { backupBrand: { text: backupMethod.brand }, backupLastFour: { text: backupMethod.lastFour } };
  return { name: 'paidByCardOrBackup', values: { ...card, ...backup } };
}

/** Whether a credit takes from invoices of the subscription's own profile, or only of one that it was billed to before. */
export function creditedProfile(parts: readonly CreditPart[], billingProfileId: string): FigureValue {
  return { code: parts.some((part) => part.billingProfileId === billingProfileId) ? 'own' : 'former' };
}

type PaidFromCredit = {
  readonly charge: Amounts;
  readonly fromCreditMinor: bigint;
  readonly currency: Currency;
};

/** What credit of the profile pays of a charge; nothing is said where it pays nothing. */
export function fromCreditFigures({ charge, fromCreditMinor, currency }: PaidFromCredit): Figure[] {
  if (fromCreditMinor === 0n) return [];
  const values = {
    amount: { amountMinor: fromCreditMinor, currency },
    total: { amountMinor: charge.totalMinor, currency },
  };
  return [{ name: 'paidFromCredit', values }];
}

type Renewals = { readonly before: Renewal; readonly after: Renewal };

/** The next renewal, with what it would have been; `term` is what it then runs for. Without renewals it ends. */
export function renewalFigure(
  renewals: Renewals | undefined,
  { currency, plan, planned }: Pick<Subscription, 'currency' | 'plan' | 'planned'>,
  term: Term = plan.term,
): Figure {
  if (!renewals) return { name: 'noRenewal', values: {} };
  const { before, after } = renewals;
  const beforeTerm = planned?.plan?.term ?? plan.term;
  const values = {
    date: { day: after.on },
    amount: { amountMinor: after.totalMinor, currency },
    term: { code: term },
  } as const;
  const was = { amountMinor: before.totalMinor, currency };
  if (beforeTerm !== term) {
    return { name: 'renewalOfTerm', values: { ...values, before: was, beforeTerm: { code: beforeTerm } } };
  }
  if (after.totalMinor === before.totalMinor) return { name: 'renewalSame', values };
  return { name: 'renewal', values: { ...values, before: was } };
}
