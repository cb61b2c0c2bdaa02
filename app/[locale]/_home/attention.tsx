import { useTranslations } from 'next-intl';
import { pathWith } from '@/app/[locale]/_frame/page-props';
import type { Order } from '@/db/orders';
import type { Subscription } from '@/db/subscriptions';
import { type Attention, type AttentionCode, compareUrgency, findAttention } from '@/lib/domain/attention';
import { dayIn } from '@/lib/domain/days';
import { findAnswerTo } from '@/lib/domain/guides/own-acts';
import { loadGuide } from '@/lib/guides/load';
import { formatDay, formatMoney } from '@/lib/i18n/formats';
import type { Locale } from '@/lib/i18n/locales';
import type { OpenInvoice } from '@/lib/server/open-invoices';
import { StateMark, type StateTone } from '@/lib/ui/state-mark';

type Props = {
  readonly locale: Locale;
  readonly subscriptions: readonly Subscription[];
  /** What partners ordered and sales proposed, as far as it can be answered. */
  readonly orders: readonly Order[];
  /** Of the profiles whose invoices the reader may see. */
  readonly invoices: readonly OpenInvoice[];
  readonly now: number;
};

const TONE: Readonly<Record<AttentionCode, StateTone>> = {
  payment_failed: 'problem',
  activation: 'waiting',
  ending: 'warning',
  planned_change: 'good',
  planned_plan: 'good',
  renewal: 'good',
};

type OrderProps = { readonly locale: Locale; readonly order: Order };

/** What needs somebody with the organization's apps and invoices, the most urgent first. Nothing when all is quiet. */
export function AppAttention({ locale, subscriptions, orders, invoices, now }: Props) {
  const t = useTranslations('attention');
  const found = subscriptions
    .flatMap((subscription) => {
      const today = dayIn(subscription.profile.timeZone, now);
      const attention = findAttention({ ...subscription, today });
      return attention ? [{ subscription, attention }] : [];
    })
    .sort((a, b) => compareUrgency(a.attention, b.attention));
  const owing = found.filter(({ attention }) => attention.code === 'payment_failed');
  const isTold = ({ apps }: OpenInvoice) =>
    apps.some(({ appId }) => owing.some((app) => app.subscription.id === appId));
  const overdue = invoices.filter((invoice) => invoice.isOverdue && !isTold(invoice));
  if (found.length + overdue.length + orders.length === 0) return null;
  return (
    <section aria-labelledby="attention" className="attention">
      <h2 id="attention">{t('title')}</h2>
      <ul>
        {overdue.map((invoice) => (
          <OverdueInvoice key={invoice.id} locale={locale} invoice={invoice} />
        ))}
        {found.map(({ subscription, attention }) => (
          <li key={subscription.id}>
            <strong id={`attention-${subscription.id}`}>{subscription.offer.name}</strong>
            <StateMark tone={TONE[attention.code]}>
              <Sentence locale={locale} attention={attention} />
            </StateMark>
            <WayOn locale={locale} subscription={subscription} code={attention.code} />
          </li>
        ))}
        {orders.map((order) => (
          <OrderItem key={order.id} locale={locale} order={order} />
        ))}
      </ul>
    </section>
  );
}

function OrderItem({ locale, order: { id, channel, offer, senderName, validThrough } }: OrderProps) {
  const t = useTranslations();
  const date = formatDay(locale, validThrough);
  return (
    <li>
      <strong id={`attention-${id}`}>{offer.name}</strong>
      <StateMark tone="waiting">{t(`attention.${channel}`, { sender: senderName, date })}</StateMark>
      <a
        href={`${pathWith(`/${locale}/help/get-apps`, { order: id })}#choose-plan`}
        aria-describedby={`attention-${id}`}
      >
        {t(`offers.open.${channel}`)}
      </a>
    </li>
  );
}

/** Of a profile that no app's failed payment speaks for. */
function OverdueInvoice({ locale, invoice }: { locale: Locale; invoice: OpenInvoice }) {
  const t = useTranslations('attention');
  const { id, number, profileName, dueMinor, currency, dueOn } = invoice;
  const { title, lang } = loadGuide(locale, 'fix-payment');
  return (
    <li>
      <strong id={`attention-${id}`}>{profileName}</strong>
      <StateMark tone="problem">
        {t('overdue', { number, amount: formatMoney(locale, dueMinor, currency), date: formatDay(locale, dueOn) })}
      </StateMark>
      <a
        href={`${pathWith(`/${locale}/help/fix-payment`, { invoice: id })}#pay-invoice`}
        lang={lang === locale ? undefined : lang}
        aria-describedby={`attention-${id}`}
      >
        {title}
      </a>
    </li>
  );
}

function Sentence({ locale, attention }: { locale: Locale; attention: Attention }) {
  const t = useTranslations('attention');
  const date = formatDay(locale, attention.day);
  if (attention.code === 'planned_change') return t('planned_change', { date, quantity: attention.quantity });
  if (attention.code === 'planned_plan') return t('planned_plan', { date, plan: attention.plan });
  return t(attention.code, { date });
}

type WayOnProps = { readonly locale: Locale; readonly subscription: Subscription; readonly code: AttentionCode };

/** The step of the guide that deals with it, by the guide's own name; else the app's page. */
function WayOn({ locale, subscription: { id, offer }, code }: WayOnProps) {
  const t = useTranslations('attention');
  const answer = findAnswerTo(code);
  if (!answer) return <a href={`/${locale}/apps/${id}`}>{t('openApp', { app: offer.name })}</a>;
  const href = `${pathWith(`/${locale}/help/${answer.guideId}`, { app: id })}#${answer.step}`;
  const { title, lang } = loadGuide(locale, answer.guideId);
  return (
    <a href={href} lang={lang === locale ? undefined : lang} aria-describedby={`attention-${id}`}>
      {title}
    </a>
  );
}
