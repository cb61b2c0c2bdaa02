import type { PayloadOf } from '@/db/outbox';
import { settings } from '@/lib/env';
import { isLocale, SOURCE_LOCALE } from '@/lib/i18n/locales';
import type { Composed } from './compose';
import { mailTexts } from './mail-texts';

/** Tells a person of a role that somebody gave them or took from them, in their own language. */
export async function composeProfileRole(payload: PayloadOf<'profile_role_mail'>): Promise<Composed> {
  const { to, name, by, profile, billingProfileId } = payload;
  const locale = isLocale(payload.locale) ? payload.locale : SOURCE_LOCALE;
  const t = await mailTexts(locale);
  const what = t(`profileRole.what.${payload.role ?? 'none'}`, { by, profile });
  const link = `${settings().siteUrl}/${locale}/billing/profiles/${billingProfileId}`;
  return {
    to,
    locale,
    subject: t('profileRole.subject', { profile }),
    text: t('profileRole.text', { name, what, link }),
  };
}
