import type { Figure, FigureValues } from '@/lib/domain/figures';
import type { OrganizationRole } from '@/lib/domain/roles';

type Person = { readonly name: string; readonly email: string };

export function memberFigure({ name, email }: Person): Figure {
  return { name: 'member', values: { name: { text: name }, email: { text: email } } };
}

export function roleFigure(role: OrganizationRole): Figure {
  return { name: 'memberRole', values: { role: { code: role } } };
}

export function roleChangeFigure(from: OrganizationRole, to: OrganizationRole): Figure {
  return { name: 'memberRoleChange', values: { from: { code: from }, to: { code: to } } };
}

/** The billing profiles that a removed member no longer has a role on; no line where there were none. */
export function profilesLeftFigures(profiles: readonly string[]): Figure[] {
  return profiles.length > 0 ? [{ name: 'profilesLeft', values: { profiles: { texts: profiles } } }] : [];
}

/** Whom and which organization the title and what happens next speak of. */
export function teamValues(person: string, organization: string, role: OrganizationRole): FigureValues {
  return { person: { text: person }, organization: { text: organization }, role: { code: role } };
}
