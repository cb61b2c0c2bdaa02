import type { Day } from './calendar';

/** Two paid by card, one by monthly invoice, one in another country and currency. */
export const PROFILES = ['office', 'north', 'monthly', 'abroad'] as const;
export type Profile = (typeof PROFILES)[number];

/** Not activated, active, active and ending, past due, past due and ending, disabled. */
export type State = 'PA' | 'A' | 'AE' | 'PD' | 'PDE' | 'X';
export type Reason = 'activation_timeout' | 'cancelled' | 'nonpayment';

/** A way to buy: `unit` in minor units for each license and period; the range is null for a flat price. */
export type Plan = {
  readonly id: string;
  readonly unit: bigint;
  readonly months: 1 | 12;
  readonly range: { readonly min: number; readonly max: number } | null;
  readonly fewer: 'at_renewal' | 'immediate' | 'never';
};

/** What was charged for days of the period that began on `period`; it waits until an invoice bills it. */
export type Line = {
  readonly plan: Plan;
  readonly profile: Profile;
  readonly net: bigint;
  readonly period: Day;
  /** In the profile's time zone. */
  readonly madeOn: Day;
  credited: bigint;
  invoice: Invoice | null;
};

type Paper = { readonly profile: Profile; readonly net: bigint; readonly vat: bigint };
/** By the card that its profile had then; given back by us, or taken back by the payer's bank. */
export type Payment = {
  readonly amount: bigint;
  readonly profile: Profile;
  readonly card: number;
  became: 'given back' | 'taken back' | null;
};
export type Invoice = Paper & {
  readonly issuedOn: Day;
  /** By a payment of the card, by credit of the profile, or by a transfer. */
  readonly paid: { readonly amount: bigint; readonly by: Payment | 'credit' | 'transfer' }[];
};
export type Credit = { readonly line: Line; readonly net: bigint };
export type CreditNote = Paper & { readonly parts: readonly Credit[] };
export type Increase = { from: number; to: number; on: Day; period: Day; line: Line | null; isTakenBack: boolean };

/** What comes at the renewal: another number of licenses, or another plan with the number that goes with it. */
export type Planned = { readonly plan: Plan | null; readonly quantity: number | null };

/** One bought app; the days are empty until it is activated. */
export type App = {
  plan: Plan;
  readonly boughtAt: number;
  readonly activateBy: Day;
  profile: Profile;
  state: State;
  reason: Reason | null;
  quantity: number | null;
  assigned: number;
  anchor: number;
  start: Day;
  end: Day;
  payBy: Day | null;
  planned: Planned | null;
  increase: Increase | null;
  lines: Line[];
  payments: Payment[];
};

/** Pays, is declined, or has a bank that wants to approve every payment. */
export const CARD_KINDS = ['pays', 'declined', 'asks'] as const;
export type CardKind = (typeof CARD_KINDS)[number];

/** One organization with all it has bought; the newest app is the one that things happen to. */
export type Account = {
  readonly vat: bigint;
  readonly zones: Readonly<Record<Profile, string>>;
  /** What the card on a profile does; it pays where there is none. */
  readonly pays: Record<Profile, CardKind>;
  /** Counts the cards that a profile has had. */
  readonly card: Record<Profile, number>;
  readonly apps: App[];
  /** Of every app, oldest first. */
  readonly payments: Payment[];
  readonly invoices: Invoice[];
  readonly notes: CreditNote[];
  /** What transfers brought that nothing needed. */
  readonly creditGiven: Record<Profile, bigint>;
  readonly paidByHand: { readonly profile: Profile; readonly at: number }[];
  /** Every card that was declined, or whose bank has to approve, by its profile's count, for which app and when. */
  readonly declines: {
    readonly app: App;
    readonly profile: Profile;
    readonly card: number;
    readonly at: number;
    readonly byHand: boolean;
    readonly amount: bigint;
    /** What it was to pay; none where the charge came first. */
    invoice: Invoice | null;
    approval: 'open' | 'given' | null;
  }[];
};

export function isCard(profile: Profile): boolean {
  return profile !== 'monthly';
}

/** The app that things happen to now. */
export function newestOf({ apps }: Account): App {
  const app = apps.at(-1);
  if (!app) throw new Error('Nothing was bought');
  return app;
}
