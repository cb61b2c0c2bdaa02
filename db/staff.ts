import { asc, eq } from 'drizzle-orm';
import { accept, type Outcome, refuse } from '@/lib/domain/outcome';
import type { StaffRole } from '@/lib/domain/roles';
import { read, write } from './client';
import type { Person } from './people';
import { memberships, people, staffRoles } from './schema';
import type { JobScope } from './scope';

export type StaffDraft = Person & { readonly roles: readonly StaffRole[] };

/** A new person with their roles among the operator's own people. The address is in lower case. */
export async function saveStaffMember(_scope: JobScope, { roles, ...person }: StaffDraft, createdAt: number) {
  return write(async (tx) => {
    await tx.insert(people).values({ ...person, createdAt });
    await tx.insert(staffRoles).values(roles.map((role) => ({ personId: person.id, role, createdAt })));
  });
}

/** `role` is null to take every role away; `name` is needed where nobody has the address, which is in lower case. */
export type StaffWish = {
  /** Of a new person. */
  readonly id: string;
  readonly email: string;
  readonly name?: string | undefined;
  readonly role: StaffRole | null;
};

type StaffRefusal = 'name_missing' | 'is_customer';

/** Gives somebody a role among the operator's own people, or takes all of theirs away. The same wish twice is one. */
export async function saveStaffRole(
  _scope: JobScope,
  { id, email, name, role }: StaffWish,
  now: number,
): Promise<Outcome<void, StaffRefusal | 'busy'>> {
  const saved = await write(async (tx): Promise<Outcome<void, StaffRefusal>> => {
    const [found] = await tx.select({ id: people.id }).from(people).where(eq(people.email, email));
    if (!found && name === undefined) return refuse('name_missing');
    const personId = found?.id ?? id;
    if (!found && name !== undefined) await tx.insert(people).values({ id, name, email, createdAt: now });
    const ofCustomer = await tx.select().from(memberships).where(eq(memberships.personId, personId));
    if (ofCustomer.length > 0) return refuse('is_customer');
    if (role === null) await tx.delete(staffRoles).where(eq(staffRoles.personId, personId));
    else await tx.insert(staffRoles).values({ personId, role, createdAt: now }).onConflictDoNothing();
    return accept(undefined);
  });
  return saved.ok ? saved.value : saved;
}

/** The operator's own people by name, for the demo's sign-in list. */
export async function listDemoStaff(): Promise<StaffDraft[]> {
  const rows = await read((db) =>
    db
      .select({ person: { id: people.id, name: people.name, email: people.email }, role: staffRoles.role })
      .from(staffRoles)
      .innerJoin(people, eq(people.id, staffRoles.personId))
      .orderBy(asc(people.name), asc(staffRoles.role)),
  );
  const everybody = new Map(rows.map(({ person }) => [person.id, person]));
  return [...everybody.values()].map((person) => ({
    ...person,
    roles: rows.filter((row) => row.person.id === person.id).map(({ role }) => role),
  }));
}
