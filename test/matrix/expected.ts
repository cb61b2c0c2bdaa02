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

/** A page of one record is there or not: who may not read it learns nothing of it. */
export function pageVerdictOf(role: Role, id: IdKind, allowed: readonly Role[]): Verdict {
  if (role === 'belongs_nowhere') return 'not_found';
  const verdict = verdictOf(role, id, allowed);
  return verdict === 'permission_missing' ? 'not_found' : verdict;
}
