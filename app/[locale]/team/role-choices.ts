import { getTranslations } from 'next-intl/server';
import { ORGANIZATION_ROLES } from '@/lib/domain/roles';
import type { Choice } from '@/lib/ui/choice-set';

/** The roles in an organization, each with what it lets a person do; the least first. */
export async function roleChoices(): Promise<Choice[]> {
  const t = await getTranslations('team.roleAbout');
  const name = await getTranslations('signIn.roles');
  return [...ORGANIZATION_ROLES].reverse().map((role) => ({ value: role, label: name(role), hint: t(role) }));
}
