import { asc, eq } from 'drizzle-orm';
import type { StaffRole } from '@/lib/domain/roles';
import { read, write } from './client';
import type { Person } from './people';
import { people, staffRoles } from './schema';
import type { JobScope } from './scope';

export type StaffDraft = Person & { readonly roles: readonly StaffRole[] };

/** A new person with their roles among the operator's own people. The address is in lower case. */
export async function saveStaffMember(_scope: JobScope, { roles, ...person }: StaffDraft, createdAt: number) {
  return write(async (tx) => {
    await tx.insert(people).values({ ...person, createdAt });
    await tx.insert(staffRoles).values(roles.map((role) => ({ personId: person.id, role, createdAt })));
  });
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
