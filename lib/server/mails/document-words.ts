import type { NoticedDocument } from '@/db/notice-facts';
import { creditedNumbersOf } from '@/lib/domain/document-snapshot';
import { settings } from '@/lib/env';
import { formatList, formatMoney, formatWeekday } from '@/lib/i18n/formats';
import type { Locale } from '@/lib/i18n/locales';
import type { MailTexts } from './mail-texts';
import type { MailFact, MailWords } from './mail-words';
import type { ToldFacts } from './noticed-app';

/** An invoice or credit note that was issued. Who has no account gets no link. */
export function documentWords(t: MailTexts, locale: Locale, { document, profile, isMember }: ToldFacts): MailWords {
  if (!document) throw new Error('A notice of a document has one');
  const { id, kind, number, totalMinor, currency, snapshot } = document;
  const amount = formatMoney(locale, totalMinor, currency);
  const about = { kind, number };
  return {
    subject: t('notices.invoice_issued.subject', { ...about, amount }),
    paragraphs: [
      t('notices.invoice_issued.text', { ...about, seller: snapshot.seller.name, profile }),
      kind === 'invoice' ? standing(t, locale, document) : credited(t, locale, document),
    ],
    remarks: [t('notices.invoice_issued.attached', about)],
    facts: [
      { name: kind === 'invoice' ? t('notices.facts.invoice') : t('notices.facts.creditNote'), text: number },
      { name: t('notices.facts.amount'), text: amount },
      ...restFacts(t, locale, document),
      { name: t('notices.facts.profile'), text: profile },
    ],
    action: isMember
      ? { label: t('notices.invoice_issued.action', about), href: `${settings().siteUrl}/billing/invoices/${id}` }
      : undefined,
  };
}

/** How an invoice stands by now. A card is charged when it is issued: what it did not pay is told by a mail of its own. */
function standing(t: MailTexts, locale: Locale, { dueMinor, isPaid, dueOn, snapshot }: NoticedDocument): string {
  if (dueMinor === 0n) return isPaid ? t('notices.invoice_issued.paid') : t('notices.invoice_issued.credited');
  if (snapshot.terms?.settlement === 'card') return t('notices.invoice_issued.cardFailed');
  if (dueOn === null) throw new Error('An invoice has a last day to pay');
  return t('notices.invoice_issued.lastDay', { weekday: formatWeekday(locale, dueOn) });
}

/** Which invoice a credit note gives money back of, if that was issued. */
function credited(t: MailTexts, locale: Locale, { snapshot }: NoticedDocument): string {
  const numbers = creditedNumbersOf(snapshot);
  if (numbers.length === 0) return t('notices.invoice_issued.creditsWaiting');
  return t('notices.invoice_issued.credits', { count: numbers.length, numbers: formatList(locale, numbers) });
}

/** What is left where credit or a payment has taken a part of the amount. */
function restFacts(t: MailTexts, locale: Locale, { totalMinor, dueMinor, currency }: NoticedDocument): MailFact[] {
  if (dueMinor === 0n || dueMinor === totalMinor) return [];
  return [{ name: t('notices.facts.amountDue'), text: formatMoney(locale, dueMinor, currency) }];
}
