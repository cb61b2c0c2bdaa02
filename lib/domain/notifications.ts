import { accept, type Outcome, refuse } from './outcome';
import { may, type Permission, type Roles } from './roles';

/** What a person may be told by mail about a billing profile: the keys below `notifications.kinds` in ui.json. */
export const NOTIFICATION_KINDS = [
  'orders',
  'renewals',
  'price_changes',
  'activation',
  'invoices',
  'receipts_of_others',
] as const;
export type NotificationKind = (typeof NOTIFICATION_KINDS)[number];

/** Who may be told at all, and who is told without having asked: those whose task it is. */
const KINDS: Readonly<Record<NotificationKind, { readonly offered: Permission; readonly unasked: Permission | null }>> =
  {
    orders: { offered: 'subscription.buy', unasked: 'subscription.buy' },
    renewals: { offered: 'profile.see', unasked: 'subscription.cancel' },
    price_changes: { offered: 'profile.see', unasked: 'subscription.cancel' },
    activation: { offered: 'subscription.activate', unasked: 'subscription.activate' },
    invoices: { offered: 'invoice.see', unasked: 'invoice.pay' },
    receipts_of_others: { offered: 'receipt.see', unasked: null },
  };

/** What a person has chosen for one billing profile; a kind that is not there was never chosen. */
export type NotificationChoices = Readonly<Partial<Record<NotificationKind, boolean>>>;

/** Whether a person with these roles on the profile may be told, and so may choose. */
export function isOffered(kind: NotificationKind, roles: Roles): boolean {
  return may(roles, KINDS[kind].offered);
}

/** Whether the person is told: by their own choice, or else by what their roles make their task. */
export function isNotified(kind: NotificationKind, choices: NotificationChoices, roles: Roles): boolean {
  const { unasked } = KINDS[kind];
  return isOffered(kind, roles) && (choices[kind] ?? (unasked !== null && may(roles, unasked)));
}

type Profile = { readonly id: string; readonly choices: NotificationChoices; readonly roles: Roles };

export type NotificationChange = {
  readonly billingProfileId: string;
  readonly kind: NotificationKind;
  readonly isWanted: boolean;
};

/**
 * What a form of boxes changes: `shown:<profile>` for every profile it showed, `<kind>:<profile>` for every box that is
 * ticked. Refused where it names a profile that is not among the person's own, or a kind that is not offered there.
 */
export function listChanges(
  fields: Readonly<Record<string, string>>,
  profiles: readonly Profile[],
): Outcome<readonly NotificationChange[], 'not_found'> {
  const boxes = profiles.flatMap((profile) => kindsOf(profile).map((kind) => `${kind}:${profile.id}`));
  const known = new Set([...boxes, ...profiles.map(({ id }) => `shown:${id}`)]);
  if (Object.keys(fields).some((name) => !known.has(name))) return refuse('not_found');
  const shown = profiles.filter(({ id }) => `shown:${id}` in fields);
  const changes = shown.flatMap((profile) =>
    kindsOf(profile)
      .map((kind) => ({ billingProfileId: profile.id, kind, isWanted: `${kind}:${profile.id}` in fields }))
      .filter(({ kind, isWanted }) => isWanted !== isNotified(kind, profile.choices, profile.roles)),
  );
  return accept(changes);
}

function kindsOf({ roles }: Profile): NotificationKind[] {
  return NOTIFICATION_KINDS.filter((kind) => isOffered(kind, roles));
}
