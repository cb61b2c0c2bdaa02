import { settings } from '@/lib/env';
import { formatDay, formatMoney, formatWeekday } from '@/lib/i18n/formats';
import type { Locale } from '@/lib/i18n/locales';
import type { MailTexts } from './mail-texts';
import type { MailWords } from './mail-words';
import { appFacts, type ToldFacts } from './noticed-app';

/** A payment that the payer's bank has taken back: what is to be paid anew, and by when. */
export function takenBackWords(t: MailTexts, locale: Locale, facts: ToldFacts): MailWords {
  const { subscription, document, isMember, profile } = facts;
  if (!subscription || !document) throw new Error('A payment that was taken back had paid an invoice of an app');
  const app = subscription.offer.name;
  const { number, dueMinor, currency } = document;
  const amount = formatMoney(locale, dueMinor, currency);
  const { payBy } = subscription;
  const limits = payBy
    ? [
        t('notices.payment_failed.lastDay', { about: 'app', app, weekday: formatWeekday(locale, payBy) }),
        t('notices.payment_failed.otherwise', { app }),
      ]
    : [t('notices.payment_taken_back.disabled', { app })];
  return {
    subject: t('notices.payment_taken_back.subject', { number }),
    paragraphs: [
      t('notices.payment_taken_back.text', { number, app }),
      ...limits,
      t('notices.payment_taken_back.pay'),
      ...(isMember ? [] : [t('notices.payment_failed.recipient', { profile })]),
    ],
    facts: [
      ...appFacts(t, facts),
      { name: t('notices.facts.invoice'), text: number },
      { name: t('notices.facts.amountDue'), text: amount },
      ...(payBy ? [{ name: t('notices.facts.lastDayToPay'), text: formatDay(locale, payBy) }] : []),
    ],
    action: isMember
      ? {
          label: t('notices.payment_failed.action', { amount }),
          href: `${settings().siteUrl}/help/fix-payment?invoice=${document.id}#pay-invoice`,
        }
      : undefined,
  };
}
