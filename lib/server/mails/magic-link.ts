import { read } from '@/db/client';
import type { PayloadOf } from '@/db/outbox';
import { findPersonByEmail } from '@/db/people';
import { settings } from '@/lib/env';
import { isLocale, SOURCE_LOCALE } from '@/lib/i18n/locales';
import { MAGIC_LINK_MINUTES } from '@/lib/server/sign-in/limits';
import type { Composed } from './compose';
import { mailTexts } from './mail-texts';
import { writeMail } from './write-mail';

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
  return writeMail(
    { to: payload.email, locale },
    {
      subject: t('magicLink.subject'),
      greeting: t('hello', { name: person.name }),
      paragraphs: [t('magicLink.text', { minutes: MAGIC_LINK_MINUTES })],
      action: { label: t('magicLink.action'), href: settings().siteUrl + payload.linkPath },
      remarks: [t('magicLink.remark')],
    },
  );
}
