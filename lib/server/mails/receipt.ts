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

/** The receipt of an act, written out in the recipient's own language. */
export async function composeReceipt(scope: JobScope, payload: PayloadOf<'receipt_mail'>): Promise<Composed> {
  const receipt = await findReceiptForJob(scope, payload.receiptId);
  if (!receipt) return { unsent: 'nobody' };
  const { facts, act, reference } = receipt;
  const locale = isLocale(payload.locale) ? payload.locale : SOURCE_LOCALE;
  const t = await mailTexts(locale);
  const messages = await loadMessages(locale);
  const { titles, document } = messages.receipts;
  const lines = printFigures(locale, messages.figures, facts.figures).map(({ name, text, detail }) =>
    detail ? t('receipt.lineDetail', { name, text, detail }) : t('receipt.line', { name, text }),
  );
  if (facts.document)
    lines.push(t('receipt.line', { name: document[facts.document.kind], text: facts.document.number }));
  return {
    to: payload.to,
    locale,
    subject: t('receipt.subject', { app: facts.subject, reference }),
    text: t('receipt.text', {
      title: printMessage(locale, titles[act], facts.values),
      lines: lines.join('\n'),
      person: receipt.personName,
      time: formatInstant(locale, receipt.createdAt, facts.timeZone),
      reference,
      link: `${settings().siteUrl}/${locale}/receipts/${receipt.id}`,
    }),
  };
}
