import type { PlanName } from './offer';
import type { CardKind, Profile } from './reference/account';
import type { QuantityWish } from './reference/quantity';

/** Owner of every profile; contributor on one and reader of the rest; pays invoices; administers; another's; nobody. */
export const PERSONS = ['owner', 'contributor', 'invoice manager', 'app admin', 'stranger', 'visitor'] as const;
export type Person = (typeof PERSONS)[number];

export type Act =
  | QuantityWish
  | { readonly do: 'cancel'; readonly time: 'at_end' | 'now' }
  | { readonly do: 'keep' }
  | { readonly do: 'move'; readonly to: Profile }
  | { readonly do: 'plan'; readonly plan: PlanName; readonly quantity: number | null; readonly replace: boolean }
  | { readonly do: 'keep plan' }
  | { readonly do: 'buy again'; readonly plan: PlanName; readonly profile: Profile; readonly quantity: number | null };

/** How a reviewed act is sent: also a second time, with another wish under its key, or after midnight. */
export const WAYS = ['once', 'twice', 'altered', 'after midnight'] as const;

export type Sent = {
  readonly act: Act;
  readonly by: Person;
  readonly way: (typeof WAYS)[number];
  /** What the owner does between review and confirmation. */
  readonly meanwhile?: Act | undefined;
};

export type Step =
  | { readonly do: 'wait'; readonly days: number }
  | { readonly do: 'activate' }
  | { readonly do: 'assign'; readonly licenses: number }
  | { readonly do: 'card'; readonly profile: 'office' | 'north'; readonly kind: CardKind }
  | { readonly do: 'pay' }
  | { readonly do: 'approve' }
  | { readonly do: 'dispute' }
  | { readonly do: 'transfer'; readonly share: 'half' | 'whole' | 'more' }
  | { readonly do: 'act'; readonly sent: Sent };

export type Setting = {
  readonly country: 'SE' | 'FI';
  readonly zones: Readonly<Record<Profile, string>>;
  readonly day: string;
  readonly plan: PlanName;
  readonly profile: Profile;
  readonly quantity: number;
  readonly steps: readonly Step[];
};

function tellAct(act: Act): string {
  switch (act.do) {
    case 'set':
      return `${act.quantity} licenses${act.replace ? ', in place of a planned change' : ''}`;
    case 'take back':
      return `take the newest increase back${act.replace ? ', in place of a planned change' : ''}`;
    case 'remove planned':
      return 'remove the planned change';
    case 'cancel':
      return act.time === 'now' ? 'cancel now' : 'cancel at the end';
    case 'keep':
      return 'keep it after all';
    case 'move':
      return `bill it to ${act.to}`;
    case 'plan':
      return `go over to ${act.quantity ?? 'flat'} × ${act.plan}${act.replace ? ', in place of a planned change' : ''}`;
    case 'keep plan':
      return 'keep the plan after all';
    case 'buy again':
      return `buy again: ${act.quantity ?? 'flat'} × ${act.plan} on ${act.profile}`;
  }
}

const CARDS = { pays: 'pays', declined: 'is declined', asks: 'wants an approval' } as const satisfies Record<
  CardKind,
  string
>;

/** A step as a sentence, for whoever reads a history that failed. */
export function tellStep(step: Step): string {
  switch (step.do) {
    case 'wait':
      return `${step.days} days pass`;
    case 'activate':
      return 'the publisher activates';
    case 'assign':
      return `the publisher reports ${step.licenses} assigned licenses`;
    case 'card':
      return `the card on ${step.profile} ${CARDS[step.kind]} from now on`;
    case 'pay':
      return 'the owner pays the oldest open invoice of its profile by card';
    case 'approve':
      return 'the bank approves what it was asked for last';
    case 'dispute':
      return 'the bank takes the newest payment back';
    case 'transfer':
      return `a transfer comes for the oldest open invoice of its profile: ${step.share} of it`;
    case 'act': {
      const { act: done, by, way, meanwhile } = step.sent;
      const between = meanwhile ? `; before it is confirmed the owner does: ${tellAct(meanwhile)}` : '';
      return `the ${by} does, ${way}: ${tellAct(done)}${between}`;
    }
  }
}

export function tellSetting({ country, zones, day, plan: bought, profile: payer, quantity: count }: Setting): string {
  const where = Object.entries(zones).map(([name, zone]) => `${name} ${zone}`);
  return `bought in ${country} on ${day}: ${count} × ${bought} on ${payer} (${where.join(', ')})`;
}
