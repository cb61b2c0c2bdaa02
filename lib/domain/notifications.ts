import { accept, type Outcome, refuse } from './outcome';

/** What a person may be told by mail about a billing profile: the keys below `notifications.kinds` in ui.json. */
export const NOTIFICATION_KINDS = ['receipts_of_others'] as const;
export type NotificationKind = (typeof NOTIFICATION_KINDS)[number];

/** Whether somebody who has chosen nothing is told. */
const BY_DEFAULT: Readonly<Record<NotificationKind, boolean>> = { receipts_of_others: false };

/** What a person has chosen for one billing profile; a kind that is not there was never chosen. */
export type NotificationChoices = Readonly<Partial<Record<NotificationKind, boolean>>>;

/** Whether the person is told: by their own choice, or else by default. */
export function isNotified(kind: NotificationKind, choices: NotificationChoices): boolean {
  return choices[kind] ?? BY_DEFAULT[kind];
}

type Profile = { readonly id: string; readonly choices: NotificationChoices };

export type NotificationChange = {
  readonly billingProfileId: string;
  readonly kind: NotificationKind;
  readonly isWanted: boolean;
};

/**
 * What a form of boxes changes: `shown:<profile>` for every profile it showed, `<kind>:<profile>` for every box that is
 * ticked. Refused where it names a profile that is not among the person's own, or a kind that is not there.
 */
export function listChanges(
  fields: Readonly<Record<string, string>>,
  profiles: readonly Profile[],
): Outcome<readonly NotificationChange[], 'not_found'> {
  const boxes = NOTIFICATION_KINDS.flatMap((kind) => profiles.map(({ id }) => `${kind}:${id}`));
  const known = new Set([...boxes, ...profiles.map(({ id }) => `shown:${id}`)]);
  if (Object.keys(fields).some((name) => !known.has(name))) return refuse('not_found');
  const shown = profiles.filter(({ id }) => `shown:${id}` in fields);
  const changes = shown.flatMap(({ id, choices }) =>
    NOTIFICATION_KINDS.map((kind) => ({ billingProfileId: id, kind, isWanted: `${kind}:${id}` in fields })).filter(
      ({ kind, isWanted }) => isWanted !== isNotified(kind, choices),
    ),
  );
  return accept(changes);
}
