import { settings } from '@/lib/env';
import type { Locale } from '@/lib/i18n/locales';
import type { MailTexts } from './mail-texts';
import type { MailWords } from './mail-words';

/** Why a member gets a notice that may be declined, and where to choose. */
export function memberFoot(t: MailTexts, locale: Locale, organization: string): MailWords['foot'] {
  const choice = { label: t('notices.foot.choose'), href: `${settings().siteUrl}/${locale}/account#notifications` };
  return { text: t('notices.foot.member', { organization }), choice };
}
