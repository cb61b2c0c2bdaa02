import type { PayloadOf } from '@/db/outbox';
import { findReceiptForJob } from '@/db/receipts';
import type { JobScope } from '@/db/scope';
import { isCurrency } from '@/lib/domain/money';
import { settings } from '@/lib/env';
import { formatDay, formatInstant, formatMoney } from '@/lib/i18n/formats';
import { isLocale, SOURCE_LOCALE } from '@/lib/i18n/locales';
import type { Composed } from './compose';
import { mailTexts } from './mail-texts';

/** The receipt of a change, written out in the recipient's own language. */
export async function composeReceipt(scope: JobScope, payload: PayloadOf<'receipt_mail'>): Promise<Composed> {
  const receipt = await findReceiptForJob(scope, payload.receiptId);
  if (!receipt) return { unsent: 'nobody' };
  const { facts, act, reference } = receipt;
  const { currency } = facts;
  if (!isCurrency(currency)) throw new Error(`Unknown currency ${currency}`);
  const locale = isLocale(payload.locale) ? payload.locale : SOURCE_LOCALE;
  const t = await mailTexts(locale);
  const money = (amountMinor: bigint) => formatMoney(locale, amountMinor, currency);
  const lines = [
    t(`receipt.acts.${act}`, { from: facts.from, to: facts.to, date: formatDay(locale, facts.effectiveOn) }),
    facts.charge &&
      t(`receipt.charge.${facts.settlement}`, {
        total: money(facts.charge.totalMinor),
        net: money(facts.charge.netMinor),
        vat: money(facts.charge.vatMinor),
      }),
    facts.credit && t('receipt.credit', { total: money(facts.credit.totalMinor) }),
    facts.renewal &&
      t('receipt.renewal', {
        date: formatDay(locale, facts.renewal.after.on),
        amount: money(facts.renewal.after.totalMinor),
      }),
    facts.documentNumber &&
      t(facts.credit ? 'receipt.creditNote' : 'receipt.invoice', { number: facts.documentNumber }),
  ];
  return {
    to: payload.to,
    locale,
    subject: t('receipt.subject', { app: facts.appName, reference }),
    text: t('receipt.text', {
      app: facts.appName,
      lines: lines.filter((line) => line !== null).join('\n'),
      person: receipt.personName,
      time: formatInstant(locale, receipt.createdAt, facts.timeZone),
      reference,
      link: `${settings().siteUrl}/${locale}/receipts/${receipt.id}`,
    }),
  };
}
