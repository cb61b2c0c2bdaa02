/** Why somebody is not signed in yet: the keys below `signIn.why`. */
export const SIGN_IN_CODES = [
  'busy',
  'demo_off',
  'form_malformed',
  'link_not_usable',
  'mail_off',
  'person_unknown',
  'email_missing',
  'email_too_long',
  'email_malformed',
  'not_invited',
  'email_not_verified',
  'other_way',
  'login_taken',
  'other_person',
  'not_asked_again',
  'errand_over',
  'passkey_refused',
  'passkey_cancelled',
  'provider_failed',
  'sign_in_cancelled',
] as const;

export type SignInCode = (typeof SIGN_IN_CODES)[number];

export function isSignInCode(text: unknown): text is SignInCode {
  return SIGN_IN_CODES.some((code) => code === text);
}
