import { daysBetween } from '@/lib/domain/days';
import { settings } from '@/lib/env';
import { formatWeekday } from '@/lib/i18n/formats';
import type { Locale } from '@/lib/i18n/locales';
import { documentWords } from './document-words';
import type { MailTexts } from './mail-texts';
import type { MailWords } from './mail-words';
import { appFacts, type ToldFacts } from './noticed-app';
import { paymentWords } from './payment-words';
import { renewalWords } from './renewal-words';
import { takenBackWords } from './taken-back-words';

/** What a notice says beside greeting and foot. Links name no language: the site chooses the reader's own. */
export function noticeWords(t: MailTexts, locale: Locale, facts: ToldFacts): MailWords {
  const { notice, subscription } = facts;
  if (notice === 'invoice_issued') return documentWords(t, locale, facts);
  if (!subscription) throw new Error(`A notice of ${notice} is about an app`);
  const app = subscription.offer.name;
  const publisher = subscription.publisher.name;
  const there = (path: string) => `${settings().siteUrl}${path}`;
  switch (notice) {
    case 'renewal':
    case 'price_change':
      return renewalWords(t, locale, facts);
    case 'activation_reminder': {
      const { activateBy } = subscription;
      if (activateBy === null) throw new Error('An app that waits has a last day to be activated');
      return {
        subject: t('notices.activation_reminder.subject', { app, days: daysBetween(facts.today, activateBy) }),
        paragraphs: [
          t('notices.activation_reminder.text', { app, publisher }),
          t('notices.activation_reminder.otherwise'),
        ],
        facts: [
          ...appFacts(t, facts),
          { name: t('notices.facts.lastDayToActivate'), text: formatWeekday(locale, activateBy) },
        ],
        action: {
          label: t('notices.activation_reminder.action', { app }),
          href: there(`/help/activate-app?app=${subscription.id}#open-publisher-portal`),
        },
      };
    }
    case 'activation_timeout': {
      const weekday = formatWeekday(locale, subscription.activateBy ?? facts.today);
      return {
        subject: t('notices.activation_timeout.subject', { app }),
        paragraphs: [t('notices.activation_timeout.text', { app, weekday }), t('notices.activation_timeout.otherwise')],
        facts: appFacts(t, facts),
        action: {
          label: t('notices.activation_timeout.action', { app }),
          href: there(`/help/buy-again?app=${subscription.id}`),
        },
      };
    }
    case 'paid_again':
      return {
        subject: t('notices.paid_again.subject', { app }),
        paragraphs: [t('notices.paid_again.text', { app })],
        facts: appFacts(t, facts),
        action: { label: t('notices.paid_again.action', { app }), href: there(`/apps/${subscription.id}`) },
      };
    case 'payment_taken_back':
      return takenBackWords(t, locale, facts);
    case 'payment_failed':
    case 'payment_reminder':
    case 'nonpayment':
      return paymentWords(t, locale, facts);
  }
}
