import type { Role } from './roles';
import type { IdKind } from './subjects';

export type Verdict = 'sign_in' | 'account' | 'not_found' | 'permission_missing' | 'allowed';

/** What an operation must answer, from who asks and whose record it is: written anew here, not taken from the code. */
export function verdictOf(role: Role, id: IdKind, allowed: readonly Role[]): Verdict {
  if (role === 'visitor') return 'sign_in';
  if (role === 'belongs_nowhere') return 'account';
  // The stranger owns the other organization, so that what is foreign to everybody else is theirs.
  if (role === 'stranger') return id === 'foreign' ? 'allowed' : 'not_found';
  if (id !== 'own') return 'not_found';
  return allowed.includes(role) ? 'allowed' : 'permission_missing';
}

/** What concerns an organization alone has no record: the stranger does it in their own. */
export function organizationVerdictOf(role: Role, allowed: readonly Role[]): Verdict {
  if (role === 'stranger') return allowed.includes('owner') ? 'allowed' : 'permission_missing';
  return verdictOf(role, 'own', allowed);
}

/** What belongs to one person alone is not there for anybody else. */
export function personalVerdictOf(role: Role, id: IdKind, allowed: readonly Role[]): Verdict {
  const verdict = verdictOf(role, id, allowed);
  return verdict === 'permission_missing' ? 'not_found' : verdict;
}

/** What the operator's own people do is not there for customers. */
export function staffVerdictOf(role: Role): Verdict {
  return role === 'visitor' ? 'sign_in' : 'not_found';
}

/** A page of one record is there or not: who may not read it learns nothing of it. */
export function pageVerdictOf(role: Role, id: IdKind, allowed: readonly Role[]): Verdict {
  return role === 'belongs_nowhere' ? 'not_found' : personalVerdictOf(role, id, allowed);
}
