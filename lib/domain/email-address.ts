import { accept, type Outcome, refuse } from './outcome';

export type EmailRefusal = 'email_missing' | 'email_too_long' | 'email_malformed';

const LONGEST = 254;
const LOCAL_PART = /^(?!\.)(?!.*\.\.)[^\s\p{C}"(),:;<>@[\\\]]{1,64}(?<!\.)$/u;
const LABEL = /^[\p{L}\p{N}](?:[\p{L}\p{N}\p{M}-]{0,61}[\p{L}\p{N}\p{M}])?$/u;

/**
 * An address as people type it, to the one spelling that is stored and compared: NFKC, trimmed, lower case.
 * Quoted local parts and address literals are refused: no mailbox of a person needs them.
 */
export function parseEmail(typed: string): Outcome<string, EmailRefusal> {
  const email = typed.normalize('NFKC').trim().toLowerCase();
  if (email === '') return refuse('email_missing');
  if (email.length > LONGEST) return refuse('email_too_long');
  const parts = email.split('@');
  const [local, domain] = parts;
  if (parts.length !== 2 || !local || !domain) return refuse('email_malformed');
  const labels = domain.split('.');
  const isAddress = LOCAL_PART.test(local) && labels.length >= 2 && labels.every((label) => LABEL.test(label));
  return isAddress ? accept(email) : refuse('email_malformed');
}
