import type { MemberMail } from '@/db/outbox';
import { settings } from '@/lib/env';
import { isLocale, SOURCE_LOCALE } from '@/lib/i18n/locales';
import type { Composed } from './compose';
import { mailTexts } from './mail-texts';

/** What a member is told of their own place in the organization. */
export async function composeMemberMail({ told, to, ...payload }: MemberMail): Promise<Composed> {
  const { name, organization, role, by } = payload;
  const locale = isLocale(payload.locale) ? payload.locale : SOURCE_LOCALE;
  const t = await mailTexts(locale);
  const link = (path: string) => `${settings().siteUrl}/${locale}${path}`;
  switch (told) {
    case 'role_granted':
      return {
        to,
        locale,
        subject: t('roleGranted.subject', { organization }),
        text: t('roleGranted.text', { name, organization, role, link: link('/apps') }),
      };
    case 'role_changed':
      return {
        to,
        locale,
        subject: t('roleChanged.subject', { organization }),
        text: t('roleChanged.text', { name, organization, role, by, link: link('/team') }),
      };
    case 'removed':
      return {
        to,
        locale,
        subject: t('memberRemoved.subject', { organization }),
        text: t('memberRemoved.text', { name, organization, by }),
      };
  }
}
