import { settings } from '@/lib/env';
import { formatMoney, formatWeekday } from '@/lib/i18n/formats';
import type { Locale } from '@/lib/i18n/locales';
import type { MailTexts } from './mail-texts';
import type { MailWords } from './mail-words';
import type { ToldFacts } from './noticed-app';

/** An invoice or credit note that was issued. Who has no account gets no link. */
export function documentWords(t: MailTexts, locale: Locale, { document, profile, isMember }: ToldFacts): MailWords {
  if (!document) throw new Error('A notice of a document has one');
  const { id, kind, number, totalMinor, currency, dueMinor, dueOn, snapshot } = document;
  const amount = formatMoney(locale, totalMinor, currency);
  const about = { kind, number };
  return {
    subject: t('notices.invoice_issued.subject', { ...about, amount }),
    paragraphs: [
      t('notices.invoice_issued.text', { ...about, seller: snapshot.seller.name, profile }),
      ...(dueOn === null
        ? []
        : [
            dueMinor === 0n
              ? t('notices.invoice_issued.paid')
              : t('notices.invoice_issued.lastDay', { weekday: formatWeekday(locale, dueOn) }),
          ]),
    ],
    remarks: [t('notices.invoice_issued.attached')],
    facts: [
      { name: kind === 'invoice' ? t('notices.facts.invoice') : t('notices.facts.creditNote'), text: number },
      { name: t('notices.facts.amount'), text: amount },
      { name: t('notices.facts.profile'), text: profile },
    ],
    action: isMember
      ? { label: t('notices.invoice_issued.action', about), href: `${settings().siteUrl}/billing/invoices/${id}` }
      : undefined,
  };
}
