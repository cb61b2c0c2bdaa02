import type { PayloadOf } from '@/db/outbox';
import { settings } from '@/lib/env';
import { isLocale, SOURCE_LOCALE } from '@/lib/i18n/locales';
import type { Composed } from './compose';
import { mailTexts } from './mail-texts';
import { writeMail } from './write-mail';

/** Tells a person of a role that somebody gave them or took from them, in their own language. */
export async function composeProfileRole(payload: PayloadOf<'profile_role_mail'>): Promise<Composed> {
  const { to, name, by, profile, billingProfileId } = payload;
  const locale = isLocale(payload.locale) ? payload.locale : SOURCE_LOCALE;
  const t = await mailTexts(locale);
  return writeMail(
    { to, locale },
    {
      subject: t('profileRole.subject', { profile }),
      greeting: t('hello', { name }),
      paragraphs: [t(`profileRole.what.${payload.role ?? 'none'}`, { by, profile }), t('profileRole.applies')],
      action: {
        label: t('profileRole.action'),
        href: `${settings().siteUrl}/billing/profiles/${billingProfileId}`,
      },
    },
  );
}
