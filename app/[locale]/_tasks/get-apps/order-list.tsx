import { useTranslations } from 'next-intl';
import { pathWith } from '@/app/[locale]/_frame/page-props';
import type { TaskPlace } from '@/app/[locale]/_task/place';
import type { Order } from '@/db/orders';
import { formatDay } from '@/lib/i18n/formats';
import { Slip } from '@/lib/ui/slip';
import { StateMark } from '@/lib/ui/state-mark';

type Props = { readonly place: TaskPlace; readonly orders: readonly Order[] };

/** What partners have ordered and sales has proposed, as long as it waits for an answer. Nothing when nothing waits. */
export function OrderList({ place: { locale, path }, orders }: Props) {
  const t = useTranslations('offers');
  if (orders.length === 0) return null;
  return (
    <Slip className="orders">
      <h3>{t('waiting')}</h3>
      <ul className="offers">
        {orders.map(({ id, channel, senderName, offer, plan, quantity, validThrough }) => (
          <li key={id} className="offer-item">
            <h4 id={`order-${id}`}>{offer.name}</h4>
            <a href={`${pathWith(path, { order: id })}#choose-plan`} aria-describedby={`order-${id}`}>
              {t(`open.${channel}`)}
            </a>
            <p>
              {t(`kind.${channel}`, { sender: senderName })}
              <span className="block">
                {t('what', { plan: plan.name, pricing: plan.pricing, count: quantity ?? 0 })}
              </span>
            </p>
            <p className="small">
              <StateMark tone="waiting">{t('until', { date: formatDay(locale, validThrough) })}</StateMark>
            </p>
          </li>
        ))}
      </ul>
    </Slip>
  );
}
