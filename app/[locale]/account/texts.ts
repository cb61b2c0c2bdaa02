import { getTranslations } from 'next-intl/server';
import { LONGEST_PASSKEY_NAME } from '@/lib/domain/passkey-name';
import { LONGEST_NAME } from '@/lib/domain/person-name';
import type { RefusalWords } from '@/lib/domain/task-state';
import type { Locale } from '@/lib/i18n/locales';
import { ACCOUNT_CODES } from './account-code';

/** What the forms of the account page may have to say when they come back. */
export async function accountRefusals(): Promise<RefusalWords<string>> {
  const t = await getTranslations('account');
  const limits = { longest: LONGEST_NAME, longestPasskey: LONGEST_PASSKEY_NAME };
  return {
    title: t('notChanged'),
    byCode: Object.fromEntries(ACCOUNT_CODES.map((code) => [code, t(`errors.${code}`, limits)])),
  };
}

/** Where a form of a section stands, for `PlaceFields`. */
export function placeIn(locale: Locale, section: string) {
  return { locale, here: `/${locale}/account`, at: section, kept: undefined };
}
