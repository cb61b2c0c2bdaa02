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

/** What was charged for days of the period that began on `period`, and how much of it has been credited. */
export type Line = { profile: Profile; net: bigint; credited: bigint; period: Day; isBilled: boolean };
export type Paper = { kind: 'invoice' | 'credit_note'; profile: Profile; net: bigint; vat: bigint };
export type Increase = { from: number; to: number; on: Day; period: Day; line: Line | null; isTakenBack: boolean };

/** One bought app; the days are empty until it is activated. */
export type App = {
  readonly plan: Plan;
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
  planned: number | null;
  increase: Increase | null;
  lines: Line[];
  payments: { amount: bigint; isBack: boolean }[];
};

/** One organization with all it has bought; the newest app is the one that things happen to. */
export type Account = {
  readonly vat: bigint;
  readonly zones: Readonly<Record<Profile, string>>;
  /** Whether the card on a profile pays; always so where there is none. */
  readonly pays: Record<Profile, boolean>;
  readonly apps: App[];
  readonly papers: Paper[];
  declined: number;
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
