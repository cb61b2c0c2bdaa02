import { findOrderForJob, type Order } from '@/db/orders';
import type { NoticeMail } from '@/db/outbox';
import type { JobScope } from '@/db/scope';
import { dayIn } from '@/lib/domain/days';
import { judgeOrder } from '@/lib/domain/orders';
import { settings } from '@/lib/env';
import { formatMoney, formatWeekday } from '@/lib/i18n/formats';
import { isLocale, type Locale, SOURCE_LOCALE } from '@/lib/i18n/locales';
import type { Composed } from './compose';
import { type AppTexts, appTexts, type MailTexts, mailTexts } from './mail-texts';
import type { MailWords } from './mail-words';
import { memberFoot } from './notice-foot';
import { writeMail } from './write-mail';

/** What waits for an answer, as it is by now; not sent once it was answered or withdrawn, or its last day has passed. */
export async function composeOrderNotice(
  scope: JobScope,
  { to, name, orderId = '', ...payload }: NoticeMail,
  now: number,
): Promise<Composed> {
  const order = await findOrderForJob(scope, orderId);
  if (!order || !judgeOrder(order, dayIn(order.timeZone, now)).ok) return { unsent: 'not_needed' };
  const locale = isLocale(payload.locale) ? payload.locale : SOURCE_LOCALE;
  const [t, app] = [await mailTexts(locale), await appTexts(locale)];
  return writeMail(
    { to, locale },
    {
      greeting: name === null ? t('helloAll') : t('hello', { name }),
      ...orderWords({ t, app }, locale, order),
      foot: memberFoot(t, locale, order.organizationName),
    },
  );
}

type Texts = { readonly t: MailTexts; readonly app: AppTexts };

function orderWords({ t, app }: Texts, locale: Locale, order: Order): MailWords {
  const { id, channel, offer, plan, quantity, unitAmountMinor, currency, organizationName } = order;
  const said = { channel, sender: order.senderName, app: offer.name, organization: organizationName };
  const weekday = formatWeekday(locale, order.validThrough);
  const amount = formatMoney(locale, unitAmountMinor, currency);
  return {
    subject: t('notices.order_waiting.subject', said),
    paragraphs: [t('notices.order_waiting.text', said), t('notices.order_waiting.otherwise', { channel, weekday })],
    facts: [
      { name: t('notices.facts.app'), text: t('notices.facts.plan', { app: offer.name, plan: plan.name }) },
      {
        name: t('notices.facts.licenses'),
        text: quantity === null ? app('unlimited') : app('licenses', { count: quantity }),
      },
      { name: t('notices.facts.price'), text: app(`price.${plan.pricing}.${plan.term}`, { amount }) },
      { name: t('notices.facts.lastDayToAnswer'), text: weekday },
    ],
    action: {
      label: t('notices.order_waiting.action', { channel }),
      href: `${settings().siteUrl}/help/get-apps?order=${id}#choose-plan`,
    },
  };
}
