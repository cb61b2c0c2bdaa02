export const ORGANIZATION_ROLES = ['owner', 'app_admin', 'member'] as const;
export type OrganizationRole = (typeof ORGANIZATION_ROLES)[number];

export const PROFILE_ROLES = ['owner', 'contributor', 'invoice_manager', 'reader'] as const;
export type ProfileRole = (typeof PROFILE_ROLES)[number];

export const STAFF_ROLES = ['agent', 'lead', 'biller', 'language_owner'] as const;
export type StaffRole = (typeof STAFF_ROLES)[number];

export type Role =
  | `organization.${OrganizationRole}`
  | `profile.${ProfileRole}`
  | `staff.${StaffRole}`
  | 'publisher.publisher_admin';

const MEMBER = ['organization.see', 'subscription.see', 'profile.see_name'] as const;
const APP_ADMIN = [...MEMBER, 'subscription.activate', 'publisher_portal.open', 'activity.see'] as const;
const ORGANIZATION_OWNER = [...APP_ADMIN, 'organization.manage_members'] as const;

const READER = [...MEMBER, 'profile.see', 'invoice.see', 'activity.see', 'receipt.see'] as const;
const INVOICE_MANAGER = [...READER, 'invoice.pay'] as const;
const CONTRIBUTOR = [
  ...INVOICE_MANAGER,
  'profile.edit',
  'profile.replace_payment_method',
  'subscription.buy',
  'subscription.increase',
  'subscription.decrease',
  'subscription.change_plan',
  'subscription.cancel',
  'subscription.move',
] as const;
const PROFILE_OWNER = [...CONTRIBUTOR, 'profile.grant_roles'] as const;

const AGENT = ['support.see_masked', 'support.propose_change', 'flow_link.manage'] as const;
const LEAD = [...AGENT, 'support.see_team', 'support.see_agent_access'] as const;
const BILLER = ['payment.book', 'invoice.write_off'] as const;
const LANGUAGE_OWNER = ['wording.accept', 'search_gaps.see'] as const;
const PUBLISHER_ADMIN = ['offer.manage', 'publisher.manage_credentials', 'subscription.ask_change'] as const;

export type Permission =
  | (typeof ORGANIZATION_OWNER)[number]
  | (typeof PROFILE_OWNER)[number]
  | (typeof LEAD)[number]
  | (typeof BILLER)[number]
  | (typeof LANGUAGE_OWNER)[number]
  | (typeof PUBLISHER_ADMIN)[number];

/** The only place that says which role may do what. */
const PERMISSIONS: Readonly<Record<Role, readonly Permission[]>> = {
  'organization.owner': ORGANIZATION_OWNER,
  'organization.app_admin': APP_ADMIN,
  'organization.member': MEMBER,
  'profile.owner': PROFILE_OWNER,
  'profile.contributor': CONTRIBUTOR,
  'profile.invoice_manager': INVOICE_MANAGER,
  'profile.reader': READER,
  'staff.agent': AGENT,
  'staff.lead': LEAD,
  'staff.biller': BILLER,
  'staff.language_owner': LANGUAGE_OWNER,
  'publisher.publisher_admin': PUBLISHER_ADMIN,
};

/** A person's roles; `profileRoles` are those on the one billing profile in question. */
export type Roles = {
  readonly organizationRole?: OrganizationRole | undefined;
  readonly profileRoles: readonly ProfileRole[];
  readonly staffRoles?: readonly StaffRole[] | undefined;
  readonly isPublisherAdmin?: boolean | undefined;
};

function listRoles({ organizationRole, profileRoles, staffRoles = [], isPublisherAdmin = false }: Roles): Role[] {
  return [
    ...(organizationRole ? ([`organization.${organizationRole}`] as const) : []),
    ...profileRoles.map((role) => `profile.${role}` as const),
    ...staffRoles.map((role) => `staff.${role}` as const),
    ...(isPublisherAdmin ? (['publisher.publisher_admin'] as const) : []),
  ];
}

/** Whether these roles hold a permission on the profile in question. */
export function may(roles: Roles, permission: Permission): boolean {
  return listRoles(roles).some((role) => PERMISSIONS[role].includes(permission));
}

/** A move takes the permission on the profile that is left and on the one that is entered. */
export function mayMove(from: Roles, to: Roles): boolean {
  return may(from, 'subscription.move') && may(to, 'subscription.move');
}

/** The roles that hold a permission, to tell somebody who lacks it whom to ask. */
export function rolesThatMay(permission: Permission): Role[] {
  const everyRole: Role[] = [
    ...ORGANIZATION_ROLES.map((role) => `organization.${role}` as const),
    ...PROFILE_ROLES.map((role) => `profile.${role}` as const),
    ...STAFF_ROLES.map((role) => `staff.${role}` as const),
    'publisher.publisher_admin',
  ];
  return everyRole.filter((role) => PERMISSIONS[role].includes(permission));
}

/** The roles on a billing profile that hold a permission on it. */
export function profileRolesThatMay(permission: Permission): ProfileRole[] {
  return PROFILE_ROLES.filter((role) => PERMISSIONS[`profile.${role}`].includes(permission));
}
