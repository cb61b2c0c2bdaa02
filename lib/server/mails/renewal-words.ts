import { pendingOf } from '@/db/quantity-facts';
import { addDays } from '@/lib/domain/days';
import { plannedRenewalOf, type Renewal, renewalOf } from '@/lib/domain/quantity-quote';
import { requireVatRateBp } from '@/lib/domain/vat';
import { settings } from '@/lib/env';
import { formatMoney, formatNearDay, formatWeekday } from '@/lib/i18n/formats';
import type { Locale } from '@/lib/i18n/locales';
import type { MailTexts } from './mail-texts';
import type { MailWords } from './mail-words';
import { appFacts, type ToldFacts } from './noticed-app';

/** An app that renews soon, maybe at another price: when, for how much, and what to do to have it otherwise. */
export function renewalWords(t: MailTexts, locale: Locale, facts: ToldFacts): MailWords {
  const { subscription, periodNetMinor } = facts;
  const notice = facts.notice === 'price_change' ? 'price_change' : 'renewal';
  if (!subscription?.periodEnd) throw new Error('What renews has a period');
  const { offer, plan, periodEnd, quantity, planned, unitAmountMinor, currency, profile, id } = subscription;
  const price = {
    unitAmountMinor,
    currency,
    vatCategory: 'S',
    vatRateBp: requireVatRateBp(profile.country),
    settlement: profile.settlement,
  } as const;
  const pendingChange = planned ? pendingOf(planned) : undefined;
  const amountOf = ({ totalMinor }: Renewal) => formatMoney(locale, totalMinor, currency);
  const after = amountOf(plannedRenewalOf({ ...price, quantity, pendingChange }, periodEnd));
  const term = planned?.plan?.term ?? plan.term;
  const weekday = formatWeekday(locale, periodEnd);
  const app = offer.name;
  const isFlat = plan.pricing === 'flat' ? 'yes' : 'no';
  const lastDay = formatWeekday(locale, addDays(periodEnd, -1));
  const said = () => {
    if (notice === 'price_change') {
      const before = amountOf(renewalOf(quantity ?? 1, periodEnd, price));
      return [t('notices.price_change.text', { app, weekday, after, before, term, termBefore: plan.term })];
    }
    const text = t('notices.renewal.text', { app, weekday, term: plan.term });
    const before =
      periodNetMinor === null
        ? after
        : amountOf(renewalOf(1, periodEnd, { ...price, unitAmountMinor: periodNetMinor }));
    return before === after ? [text] : [text, t('notices.renewal.changed', { before, after })];
  };
  return {
    subject: t(`notices.${notice}.subject`, { app, after, day: formatNearDay(locale, periodEnd) }),
    paragraphs: [...said(), t(`notices.${notice}.keep`, { isFlat, lastDay })],
    facts: [...appFacts(t, facts), { name: t('notices.facts.amount'), text: after }],
    action: { label: t(`notices.${notice}.action`, { app }), href: `${settings().siteUrl}/apps/${id}` },
  };
}
