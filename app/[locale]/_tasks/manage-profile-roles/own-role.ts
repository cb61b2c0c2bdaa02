import { firstOf } from '@/app/[locale]/_frame/page-props';
import type { TaskPlace } from '@/app/[locale]/_task/place';
import { PROFILE_ROLES, type ProfileRole } from '@/lib/domain/roles';

const NAME = 'own';
const NONE = 'none';

/** What may come after being owner; null for no role at all. */
export type LesserRole = Exclude<ProfileRole, 'owner'> | null;

/** The page the form stood on, showing what it means to give up being owner. */
export function ownRoleAddress(here: string, role: ProfileRole | null): string {
  const url = new URL(here, 'http://own.invalid');
  url.searchParams.delete('kept');
  url.searchParams.set(NAME, role ?? NONE);
  return `${url.pathname}${url.search}#manage-roles`;
}

/** The role that the address asks about; undefined where it asks about none. */
export function ownRoleIn({ query }: TaskPlace): LesserRole | undefined {
  const asked = firstOf(query, NAME);
  return asked === NONE ? null : PROFILE_ROLES.filter((role) => role !== 'owner').find((role) => role === asked);
}
