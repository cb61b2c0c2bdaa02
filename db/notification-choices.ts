import { and, asc, eq, inArray } from 'drizzle-orm';
import {
  isOffered,
  NOTIFICATION_KINDS,
  type NotificationChange,
  type NotificationChoices,
} from '@/lib/domain/notifications';
import { accept, type Outcome, refuse } from '@/lib/domain/outcome';
import type { Roles } from '@/lib/domain/roles';
import { recordAccountAct } from './account-acts';
import { type Reader, read, write } from './client';
import { billingProfileRoles, billingProfiles, memberships, notificationChoices } from './schema';
import type { PersonScope } from './scope';

export type ProfileNotifications = {
  readonly id: string;
  readonly name: string;
  readonly roles: Roles;
  readonly choices: NotificationChoices;
};

/** The billing profiles of their own organization of which the person may be told anything, with what they have chosen. */
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
    return profiles.map((profile) => {
      const own = chosen.filter((choice) => choice.billingProfileId === profile.id);
      return { ...profile, choices: Object.fromEntries(own.map((choice) => [choice.kind, choice.isWanted])) };
    });
  });
}

async function selectOwnProfiles(db: Reader, personId: string) {
  const rows = await db
    .select({
      id: billingProfiles.id,
      name: billingProfiles.name,
      organizationRole: memberships.role,
      role: billingProfileRoles.role,
    })
    .from(memberships)
    .innerJoin(billingProfiles, eq(billingProfiles.organizationId, memberships.organizationId))
    .leftJoin(
      billingProfileRoles,
      and(
        eq(billingProfileRoles.billingProfileId, billingProfiles.id),
        eq(billingProfileRoles.personId, memberships.personId),
      ),
    )
    .where(eq(memberships.personId, personId))
    .orderBy(asc(billingProfiles.name));
  return rows
    .map(({ role, organizationRole, ...profile }) => ({
      ...profile,
      roles: { organizationRole, profileRoles: role === null ? [] : [role] },
    }))
    .filter(({ roles }) => NOTIFICATION_KINDS.some((kind) => isOffered(kind, roles)));
}

/**
 * Saves what the person has changed, each with an audit entry. Refused whole where a profile is not one of theirs, or
 * a kind is not offered to them there.
 */
export async function saveNotificationChoices(
  scope: PersonScope,
  choices: readonly NotificationChange[],
  chosenAt: number,
) {
  return write(async (tx): Promise<Outcome<void, 'not_found'>> => {
    const { personId } = scope;
    const own = await selectOwnProfiles(tx, personId);
    const isOwn = ({ billingProfileId, kind }: NotificationChange) =>
      own.some(({ id, roles }) => id === billingProfileId && isOffered(kind, roles));
    if (!choices.every(isOwn)) return refuse('not_found');
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
