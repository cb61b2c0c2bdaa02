import { writeLine } from './log';
import type { Session } from './session';

/**
 * Tells whoever watches over the site that a known person was refused: a record that is not theirs or does not exist,
 * or an act that their roles do not allow. `what` is the permission or the kind of record, never an id that was typed.
 */
export function logRefused(
  { personId, organization }: Pick<Session, 'personId' | 'organization'>,
  why: 'not_found' | 'permission_missing',
  what: string,
): void {
  writeLine({ level: 'warn', event: 'refused', personId, organizationId: organization?.id, why, what });
}
