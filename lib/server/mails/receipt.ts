import type { PayloadOf } from '@/db/outbox';
import { findReceiptForJob } from '@/db/receipts';
import type { JobScope } from '@/db/scope';
import { settings } from '@/lib/env';
import { printFigures, printMessage } from '@/lib/i18n/figures';
import { formatInstant } from '@/lib/i18n/formats';
import { isLocale, SOURCE_LOCALE } from '@/lib/i18n/locales';
import { loadMessages } from '@/lib/i18n/messages';
import type { Composed } from './compose';
import { mailTexts } from './mail-texts';
import type { MailFact } from './mail-words';
import { writeMail } from './write-mail';

/** The receipt of an act, written out in the recipient's own language. */
export async function composeReceipt(scope: JobScope, payload: PayloadOf<'receipt_mail'>): Promise<Composed> {
  const receipt = await findReceiptForJob(scope, payload.receiptId);
  if (!receipt) return { unsent: 'nobody' };
  const { facts, act, reference, personName: person } = receipt;
  const locale = isLocale(payload.locale) ? payload.locale : SOURCE_LOCALE;
  const t = await mailTexts(locale);
  const messages = await loadMessages(locale);
  const { titles, document } = messages.receipts;
  const lines: MailFact[] = printFigures(locale, messages.figures, facts.figures);
  const time = formatInstant(locale, receipt.createdAt, facts.timeZone);
  return writeMail(
    { to: payload.to, locale },
    {
      subject: t('receipt.subject', { app: facts.subject, reference }),
      title: printMessage(locale, titles[act], facts.values),
      paragraphs: [],
      facts: [
        ...lines,
        ...facts.documents.map(({ kind, number }) => ({ name: document[kind], text: number })),
        { name: t('receipt.by'), text: t('receipt.byText', { person, time }) },
        { name: t('receipt.reference'), text: reference },
      ],
      action: { label: t('receipt.action'), href: `${settings().siteUrl}/receipts/${receipt.id}` },
      foot: { text: t('receipt.why') },
    },
  );
}
