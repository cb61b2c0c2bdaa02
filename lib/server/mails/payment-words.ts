import { daysBetween } from '@/lib/domain/days';
import { settings } from '@/lib/env';
import { formatDay, formatMoney, formatWeekday } from '@/lib/i18n/formats';
import type { Locale } from '@/lib/i18n/locales';
import type { MailTexts } from './mail-texts';
import type { MailWords } from './mail-words';
import { appFacts, type ToldFacts } from './noticed-app';

/** A payment that failed, that is near its last day, or for want of which an app was disabled. */
export function paymentWords(t: MailTexts, locale: Locale, facts: ToldFacts): MailWords {
  const { notice, subscription, debt, today, isMember, profile } = facts;
  if (!subscription) throw new Error(`A notice of ${notice} is about an app`);
  const app = subscription.offer.name;
  const amount = formatMoney(locale, debt?.dueMinor ?? 0n, subscription.currency);
  const number = debt?.number ?? '';
  const lastDay = subscription.payBy ?? today;
  const weekday = formatWeekday(locale, lastDay);
  const about = { about: 'app', app, number } as const;
  if (notice === 'nonpayment') {
    const kept = subscription.dataKeptUntil;
    const publisher = subscription.publisher.name;
    return {
      subject: t('notices.nonpayment.subject', { app }),
      paragraphs: [
        t('notices.nonpayment.text', { app, weekday }),
        ...(debt ? [t('notices.nonpayment.debt', { number, amount })] : []),
        t('notices.nonpayment.otherwise'),
        ...(kept ? [t('notices.nonpayment.kept', { publisher, weekday: formatWeekday(locale, kept) })] : []),
      ],
      facts: appFacts(t, facts),
      action: isMember
        ? {
            label: t('notices.nonpayment.action', { app }),
            href: `${settings().siteUrl}/help/buy-again?app=${subscription.id}`,
          }
        : undefined,
    };
  }
  const card = subscription.paymentMethod?.kind === 'card' ? subscription.paymentMethod : undefined;
  const cardText = t('notices.facts.card', { brand: card?.brand ?? '', lastFour: card?.lastFour ?? '' });
  const attempt = card ? (facts.isApprovalWanted ? 'approval' : 'declined') : 'none';
  const isFirst = notice === 'payment_failed';
  return {
    subject: isFirst
      ? t('notices.payment_failed.subject', about)
      : t('notices.payment_reminder.subject', { ...about, days: daysBetween(today, lastDay) }),
    paragraphs: [
      isFirst
        ? t('notices.payment_failed.text', { ...about, amount, attempt, card: cardText })
        : t('notices.payment_reminder.text', { ...about, amount }),
      t('notices.payment_failed.lastDay', { ...about, weekday }),
      t('notices.payment_failed.otherwise', { app }),
      ...(isMember ? [] : [t('notices.payment_failed.recipient', { profile })]),
    ],
    facts: [
      ...appFacts(t, facts),
      { name: t('notices.facts.invoice'), text: number },
      { name: t('notices.facts.amountDue'), text: amount },
      { name: t('notices.facts.lastDayToPay'), text: formatDay(locale, lastDay) },
    ],
    action: isMember
      ? {
          label: t('notices.payment_failed.action', { amount }),
          href: `${settings().siteUrl}/help/fix-payment?app=${subscription.id}#pay-invoice`,
        }
      : undefined,
  };
}
