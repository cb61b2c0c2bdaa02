import { addDays } from '@/lib/domain/days';
import { renewalOf } from '@/lib/domain/quantity-quote';
import { standardVatRateBp } from '@/lib/domain/vat';
import { settings } from '@/lib/env';
import { formatMoney, formatNearDay, formatWeekday } from '@/lib/i18n/formats';
import type { Locale } from '@/lib/i18n/locales';
import type { MailTexts } from './mail-texts';
import type { MailWords } from './mail-words';
import { appFacts, type ToldFacts } from './noticed-app';

/** An app that renews soon: when, for how much, and what to do to have it otherwise. */
export function renewalWords(t: MailTexts, locale: Locale, facts: ToldFacts): MailWords {
  const { subscription } = facts;
  if (!subscription?.periodEnd) throw new Error('What renews has a period');
  const { offer, plan, periodEnd, quantity, planned, unitAmountMinor, currency, profile, id } = subscription;
  const rate = standardVatRateBp(profile.country);
  if (!rate.ok) throw new Error(`No VAT rate for ${profile.country}`);
  const price = {
    unitAmountMinor,
    currency,
    vatCategory: 'S',
    vatRateBp: rate.value,
    settlement: profile.settlement,
  } as const;
  const totalOf = (licenses: number | null) =>
    formatMoney(locale, renewalOf(licenses ?? 1, periodEnd, price).totalMinor, currency);
  const before = totalOf(quantity);
  const after = totalOf(planned?.quantity ?? quantity);
  const app = offer.name;
  return {
    subject: t('notices.renewal.subject', { app, day: formatNearDay(locale, periodEnd) }),
    paragraphs: [
      t('notices.renewal.text', { app, weekday: formatWeekday(locale, periodEnd), term: plan.term }),
      ...(before === after ? [] : [t('notices.renewal.changed', { before, after })]),
      t('notices.renewal.keep', {
        isFlat: plan.pricing === 'flat' ? 'yes' : 'no',
        lastDay: formatWeekday(locale, addDays(periodEnd, -1)),
      }),
    ],
    facts: [...appFacts(t, facts), { name: t('notices.facts.amount'), text: after }],
    action: { label: t('notices.renewal.action', { app }), href: `${settings().siteUrl}/apps/${id}` },
  };
}
