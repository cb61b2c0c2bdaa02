import { redirect } from 'next/navigation';
import { OrgScope, PersonScope, StaffScope } from '@/db/scope-mint';
import type { MemberOrganization } from '@/db/sessions';
import { may, type Permission } from '@/lib/domain/roles';
import type { Locale } from '@/lib/i18n/locales';
import { findSession, type Session } from './session';

/** A signed-in person acting for their organization. */
export type Reader = {
  readonly session: Session;
  readonly organization: MemberOrganization;
  readonly scope: OrgScope;
};

/** The person of a session as a reader; undefined for one who belongs to no organization. */
export function readerOf(session: Session): Reader | undefined {
  const { organization, personId } = session;
  if (!organization) return undefined;
  const scope = new OrgScope({ personId, organizationId: organization.id, organizationRole: organization.role });
  return { session, organization, scope };
}

/** The person of a session as the owner of their own account. */
export function personScopeOf({ personId, organization }: Session): PersonScope {
  return new PersonScope({ personId, organizationId: organization?.id });
}

/** For a page that is for readers only: sends visitors to sign in and back to `path`, an own path with its query. */
export async function requireReader(locale: Locale, path: string): Promise<Reader> {
  const session = await findSession();
  if (!session) redirect(`/${locale}/sign-in?to=${encodeURIComponent(path)}`);
  return readerOf(session) ?? redirect(`/${locale}/account`);
}

/** Whether the reader holds a permission on what is billed to a profile; null for what concerns the organization alone. */
export function mayOn(reader: Reader, permission: Permission, billingProfileId: string | null): boolean {
  const profileRole = billingProfileId === null ? undefined : reader.session.profileRoles[billingProfileId];
  return may(
    { organizationRole: reader.organization.role, profileRoles: profileRole ? [profileRole] : [] },
    permission,
  );
}

/** Whether the reader holds a permission in the organization or on any of its billing profiles. */
export function maySomewhere(reader: Reader, permission: Permission): boolean {
  const profileRoles = Object.values(reader.session.profileRoles);
  return may({ organizationRole: reader.organization.role, profileRoles }, permission);
}

/** One of the operator's own people, at what their role is there for. */
export type StaffMember = { readonly session: Session; readonly scope: StaffScope };

/** The person of a session as the operator's own, if a staff role of theirs holds the permission. */
export function staffMemberOf(session: Session, permission: Permission): StaffMember | undefined {
  const isTheirs = may({ profileRoles: [], staffRoles: session.staffRoles }, permission);
  return isTheirs ? { session, scope: new StaffScope(session.personId) } : undefined;
}

/** For a page of the operator's own: sends visitors to sign in; to everybody else it must look like no page. */
export async function findStaffMember(
  locale: Locale,
  path: string,
  permission: Permission,
): Promise<StaffMember | { readonly session: Session; readonly scope: undefined }> {
  const session = await findSession();
  if (!session) redirect(`/${locale}/sign-in?to=${encodeURIComponent(path)}`);
  return staffMemberOf(session, permission) ?? { session, scope: undefined };
}
