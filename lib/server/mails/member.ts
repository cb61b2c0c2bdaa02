import type { MemberMail } from '@/db/outbox';
import { settings } from '@/lib/env';
import { isLocale, SOURCE_LOCALE } from '@/lib/i18n/locales';
import type { Composed } from './compose';
import { type MailTexts, mailTexts } from './mail-texts';
import type { MailWords } from './mail-words';
import { writeMail } from './write-mail';

/** What a member is told of their own place in the organization. */
export async function composeMemberMail(mail: MemberMail): Promise<Composed> {
  const locale = isLocale(mail.locale) ? mail.locale : SOURCE_LOCALE;
  const t = await mailTexts(locale);
  const greeting = t('hello', { name: mail.name });
  return writeMail({ to: mail.to, locale }, { greeting, ...wordsOf(t, mail) });
}

function wordsOf(t: MailTexts, { told, organization, role, by }: MemberMail): MailWords {
  const link = (path: string) => settings().siteUrl + path;
  switch (told) {
    case 'role_granted':
      return {
        subject: t('roleGranted.subject', { organization }),
        paragraphs: [t('roleGranted.text', { organization, role })],
        action: { label: t('roleGranted.action'), href: link('/apps') },
        remarks: [t('roleGranted.remark')],
      };
    case 'role_changed':
      return {
        subject: t('roleChanged.subject', { organization }),
        paragraphs: [t('roleChanged.text', { organization, role, by })],
        action: { label: t('roleChanged.action'), href: link('/team') },
      };
    case 'removed':
      return {
        subject: t('memberRemoved.subject', { organization }),
        paragraphs: [t('memberRemoved.text', { organization, by })],
        remarks: [t('memberRemoved.remark', { organization })],
      };
  }
}
