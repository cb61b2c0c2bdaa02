import { read } from '@/db/client';
import type { PayloadOf } from '@/db/outbox';
import { findPersonByEmail } from '@/db/people';
import { settings } from '@/lib/env';
import { isLocale, SOURCE_LOCALE } from '@/lib/i18n/locales';
import { MAGIC_LINK_MINUTES } from '@/lib/server/sign-in/limits';
import type { Composed } from './compose';
import { mailTexts } from './mail-texts';

/**
 * Whether the address belongs to somebody is asked here and not while the reader waits, so that the page answers the
 * same, and as fast, for every address.
 */
export async function composeMagicLink(payload: PayloadOf<'magic_link_mail'>, composedAt: number): Promise<Composed> {
  if (payload.expiresAt <= composedAt) return { unsent: 'expired' };
  const person = await read((db) => findPersonByEmail(db, payload.email));
  if (!person) return { unsent: 'nobody' };
  const locale = isLocale(payload.locale) ? payload.locale : SOURCE_LOCALE;
  const t = await mailTexts(locale);
  const link = settings().siteUrl + payload.linkPath;
  return {
    to: payload.email,
    locale,
    subject: t('magicLink.subject'),
    text: t('magicLink.text', { name: person.name, link, minutes: MAGIC_LINK_MINUTES }),
  };
}
