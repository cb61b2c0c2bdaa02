import { getLocale, getTranslations } from 'next-intl/server';
import { listColleaguesWithOrganizationRole, listColleaguesWithRole } from '@/db/colleagues';
import { ORGANIZATION_ROLES, type Permission, profileRolesThatMay, rolesThatMay } from '@/lib/domain/roles';
import { formatAlternatives, formatList } from '@/lib/i18n/formats';
import type { Reader } from '@/lib/server/guard';
import { Breakable } from '@/lib/ui/breakable';

type Props = {
  readonly reader: Reader;
  readonly permission: Permission;
  /** Where the permission comes with a role on a billing profile. */
  readonly profile?: { readonly id: string; readonly name: string };
};

/** For somebody who lacks a permission: which role it takes, and which colleagues have it. */
export async function WhoMay({ reader, permission, profile }: Props) {
  const t = await getTranslations();
  const locale = await getLocale();
  const nameOf = ({ name, email }: { name: string; email: string }) => `${name} (${email})`;
  if (profile) {
    const roles = profileRolesThatMay(permission);
    const names = (await listColleaguesWithRole(reader.scope, profile.id, roles)).map(nameOf);
    const text = t('task.whoMay', {
      profile: profile.name,
      roles: formatAlternatives(
        locale,
        roles.map((role) => t(`signIn.profileRoles.${role}`)),
      ),
      count: names.length,
      names: formatList(locale, names),
    });
    return <Breakable>{text}</Breakable>;
  }
  const granted = rolesThatMay(permission);
  const roles = ORGANIZATION_ROLES.filter((role) => granted.includes(`organization.${role}`));
  const names = (await listColleaguesWithOrganizationRole(reader.scope, roles)).map(nameOf);
  const text = t('task.whoMayInOrganization', {
    organization: reader.organization.name,
    roles: formatAlternatives(
      locale,
      roles.map((role) => t(`signIn.roles.${role}`)),
    ),
    count: names.length,
    names: formatList(locale, names),
  });
  return <Breakable>{text}</Breakable>;
}
