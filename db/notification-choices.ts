import { and, asc, eq, inArray } from 'drizzle-orm';
import type { NotificationChange, NotificationChoices } from '@/lib/domain/notifications';
import { accept, type Outcome, refuse } from '@/lib/domain/outcome';
import { recordAccountAct } from './account-acts';
import { type Reader, read, write } from './client';
import { billingProfileRoles, billingProfiles, memberships, notificationChoices } from './schema';
import type { PersonScope } from './scope';

export type ProfileNotifications = {
  readonly id: string;
  readonly name: string;
  readonly choices: NotificationChoices;
};

/** The billing profiles of their own organization on which the person has a role, with what they have chosen. */
export async function listNotificationChoices({ personId }: PersonScope): Promise<ProfileNotifications[]> {
  return read(async (db) => {
    const profiles = await selectOwnProfiles(db, personId);
    const { billingProfileId, kind, isWanted } = notificationChoices;
    const chosen = await db
      .select({ billingProfileId, kind, isWanted })
      .from(notificationChoices)
      .where(
        and(
          eq(notificationChoices.personId, personId),
          inArray(
            billingProfileId,
            profiles.map(({ id }) => id),
          ),
        ),
      );
    return profiles.map(({ id, name }) => {
      const own = chosen.filter((choice) => choice.billingProfileId === id);
      return { id, name, choices: Object.fromEntries(own.map((choice) => [choice.kind, choice.isWanted])) };
    });
  });
}

function selectOwnProfiles(db: Reader, personId: string) {
  return db
    .select({ id: billingProfiles.id, name: billingProfiles.name })
    .from(billingProfileRoles)
    .innerJoin(billingProfiles, eq(billingProfiles.id, billingProfileRoles.billingProfileId))
    .innerJoin(memberships, eq(memberships.organizationId, billingProfiles.organizationId))
    .where(and(eq(billingProfileRoles.personId, personId), eq(memberships.personId, personId)))
    .orderBy(asc(billingProfiles.name));
}

/** Saves what the person has changed, each with an audit entry. Refused whole where a profile is not one of theirs. */
export async function saveNotificationChoices(
  scope: PersonScope,
  choices: readonly NotificationChange[],
  chosenAt: number,
) {
  return write(async (tx): Promise<Outcome<void, 'not_found'>> => {
    const { personId } = scope;
    const own = (await selectOwnProfiles(tx, personId)).map(({ id }) => id);
    if (!choices.every(({ billingProfileId }) => own.includes(billingProfileId))) return refuse('not_found');
    for (const { billingProfileId, kind, isWanted } of choices) {
      await tx
        .insert(notificationChoices)
        .values({ personId, billingProfileId, kind, isWanted, chosenAt })
        .onConflictDoUpdate({
          target: [notificationChoices.billingProfileId, notificationChoices.kind, notificationChoices.personId],
          set: { isWanted, chosenAt },
        });
      const fact = (isOn: boolean) => ({ [kind]: isOn ? 'on' : 'off' });
      const change = { billingProfileId, before: fact(!isWanted), after: fact(isWanted), at: chosenAt };
      await recordAccountAct(tx, scope, { act: 'choose_notifications', ...change });
    }
    return accept(undefined);
  });
}
