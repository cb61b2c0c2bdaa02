import { and, asc, eq, isNull } from 'drizzle-orm';
import type { OrganizationRole, ProfileRole } from '@/lib/domain/roles';
import { recordAccountAct } from './account-acts';
import { type Reader, read, type Transaction, write } from './client';
import { billingProfileRoles, billingProfiles, memberships, organizations, people } from './schema';
import type { PersonScope } from './scope';

export type Person = { readonly id: string; readonly name: string; readonly email: string };

const columns = { id: people.id, name: people.name, email: people.email };

/** No scope: asked before anybody has signed in. The address is in lower case, as `parseEmail` gives it. */
export async function findPersonByEmail(db: Reader, email: string): Promise<Person | undefined> {
  return (await db.select(columns).from(people).where(eq(people.email, email)))[0];
}

/** No scope: asked before anybody has signed in. */
export async function findPerson(db: Reader, id: string): Promise<Person | undefined> {
  return (await db.select(columns).from(people).where(eq(people.id, id)))[0];
}

/** Remembers when the person first proved to read mail at their address. */
export async function saveEmailVerified(tx: Transaction, personId: string, verifiedAt: number): Promise<void> {
  await tx
    .update(people)
    .set({ emailVerifiedAt: verifiedAt })
    .where(and(eq(people.id, personId), isNull(people.emailVerifiedAt)));
}

/** `locale` and `timeZone` are null where the person has chosen none. */
export type OwnDetails = { readonly name: string; readonly locale: string | null; readonly timeZone: string | null };

/** Saves what has changed of the person's own details, and what they were; nothing where nothing has. */
export async function saveOwnDetails(scope: PersonScope, details: OwnDetails, changedAt: number) {
  return write(async (tx) => {
    const own = eq(people.id, scope.personId);
    const { name, locale, timeZone } = people;
    const [was] = await tx.select({ name, locale, timeZone }).from(people).where(own);
    if (!was) return;
    const changed = (['name', 'locale', 'timeZone'] as const).filter((field) => was[field] !== details[field]);
    if (changed.length === 0) return;
    await tx.update(people).set(details).where(own);
    const only = (all: OwnDetails) => Object.fromEntries(changed.map((field) => [field, all[field]]));
    const change = { before: only(was), after: only(details), at: changedAt };
    await recordAccountAct(tx, scope, { act: 'change_own_details', ...change });
  });
}

export type DemoPerson = Person & {
  readonly organization: { readonly id: string; readonly name: string };
  readonly role: OrganizationRole;
  readonly profiles: readonly { readonly name: string; readonly role: ProfileRole }[];
};

/** Everybody who belongs to an organization, for the demo's sign-in list: by organization, then by name. */
export async function listDemoPeople(): Promise<DemoPerson[]> {
  return read(async (db) => {
    const members = await db
      .select({
        ...columns,
        organization: { id: organizations.id, name: organizations.name },
        role: memberships.role,
      })
      .from(people)
      .innerJoin(memberships, eq(memberships.personId, people.id))
      .innerJoin(organizations, eq(organizations.id, memberships.organizationId))
      .orderBy(asc(organizations.name), asc(people.name));
    const held = await db
      .select({
        personId: billingProfileRoles.personId,
        name: billingProfiles.name,
        role: billingProfileRoles.role,
      })
      .from(billingProfileRoles)
      .innerJoin(billingProfiles, eq(billingProfiles.id, billingProfileRoles.billingProfileId))
      .orderBy(asc(billingProfiles.name));
    return members.map((member) => ({
      ...member,
      profiles: held.filter(({ personId }) => personId === member.id).map(({ name, role }) => ({ name, role })),
    }));
  });
}
