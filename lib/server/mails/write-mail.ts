import type { Locale } from '@/lib/i18n/locales';
import type { Mail } from '@/lib/server/mail';
import { type MailWords, plainText } from './mail-words';

type Head = Pick<Mail, 'to' | 'locale'> & Partial<Pick<Mail, 'attachments'>>;

/** The message in both its renderings. Where it may be declined, mail programs are told where, too. */
export function writeMail({ to, locale, attachments }: Head, words: MailWords): Omit<Mail, 'id'> {
  return {
    to,
    locale,
    subject: words.subject,
    text: plainText(words),
    html: () => htmlOf(locale, words),
    ...(words.foot?.choice ? { choiceUrl: words.foot.choice.href } : {}),
    ...(attachments ? { attachments } : {}),
  };
}

/** The library takes a second to load and much memory: not before there is a mail to send. */
async function htmlOf(locale: Locale, words: MailWords): Promise<string> {
  const { renderMail } = await import('./mail-layout');
  return renderMail(locale, words);
}
