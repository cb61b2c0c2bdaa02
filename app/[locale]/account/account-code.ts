/** Why something of the account was not changed: the keys below `account.errors`. */
export const ACCOUNT_CODES = [
  'busy',
  'form_malformed',
  'not_found',
  'last_way',
  'name_missing',
  'name_too_long',
  'name_malformed',
  'locale_unknown',
  'time_zone_unknown',
  'passkey_name_missing',
  'passkey_name_too_long',
  'passkey_name_malformed',
  'passkey_refused',
  'passkey_taken',
  'passkey_cancelled',
] as const;

export type AccountCode = (typeof ACCOUNT_CODES)[number];

/** What the page says at its top after a change: the keys below `account.notices`. */
const ACCOUNT_NOTICES = [
  'details_saved',
  'login_linked',
  'login_unlinked',
  'passkey_added',
  'passkey_renamed',
  'passkey_removed',
  'session_ended',
  'notifications_saved',
] as const;

export type AccountNotice = (typeof ACCOUNT_NOTICES)[number];

export function findAccountNotice(text: string | undefined): AccountNotice | undefined {
  return ACCOUNT_NOTICES.find((code) => code === text);
}
