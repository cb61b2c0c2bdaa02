import { randomUUID } from 'node:crypto';
import { getLocale, getTranslations } from 'next-intl/server';
import { Price } from '@/app/[locale]/_apps/price';
import { taskRefusals } from '@/app/[locale]/_task/refusals';
import type { Order } from '@/db/orders';
import { DECLINE_COMMENT_LENGTH, DECLINE_REASONS, judgeOrder } from '@/lib/domain/orders';
import { formatDay } from '@/lib/i18n/formats';
import { formatLanguage } from '@/lib/i18n/names';
import { maySomewhere, type Reader } from '@/lib/server/guard';
import { Pair, Pairs } from '@/lib/ui/pairs';
import { Slip } from '@/lib/ui/slip';
import { DeclineForm } from './decline-form';
import type { Chosen } from './situation';

type Props = { readonly reader: Reader; readonly chosen: Chosen; readonly order: Order; readonly here: string };

/** What was ordered or proposed, on which terms, and the way to decline it; accepting is done by the steps below. */
export async function OrderSlip({ reader, chosen, order, here }: Props) {
  const t = await getTranslations('offers');
  const all = await getTranslations();
  const locale = await getLocale();
  const { channel, plan, quantity, senderName, senderEmail, terms, termsLocale } = order;
  const foreignLocale = termsLocale === null || termsLocale === locale ? undefined : termsLocale;
  const isOpen = judgeOrder(order, chosen.today).ok;
  const profile = chosen.profile ?? chosen.profiles.find(({ refusal }) => refusal === undefined)?.profile;
  return (
    <Slip>
      <Pairs>
        <Pair name={t('sender', { channel })} detail={senderEmail ?? undefined}>
          {senderName}
        </Pair>
        <Pair name={t('plan')}>{plan.name}</Pair>
        <Pair name={t('licenses')}>
          {quantity === null ? all('subscription.unlimited') : all('subscription.licenses', { count: quantity })}
        </Pair>
        {maySomewhere(reader, 'subscription.buy') ? (
          <Pair name={t('price')} isStrong>
            <Price subscription={order} />
          </Pair>
        ) : null}
        {terms ? (
          <Pair name={t('terms')} detail={foreignLocale && formatLanguage(foreignLocale)}>
            <span className="told" lang={foreignLocale}>
              {terms}
            </span>
          </Pair>
        ) : null}
        <Pair name={t('validThrough')}>{t('validThroughDay', { date: formatDay(locale, order.validThrough) })}</Pair>
      </Pairs>
      {isOpen && profile && !chosen.receipt ? (
        <>
          <p className="hint">{t('toldYou')}</p>
          <DeclineForm
            locale={locale}
            here={here}
            at="choose-plan"
            formKey={randomUUID()}
            order={order.id}
            profile={profile.id}
            refusals={taskRefusals('offers', { maximum: { count: DECLINE_COMMENT_LENGTH } }, t('errorTitle'))}
            reasons={DECLINE_REASONS.map((value) => ({ value, label: t(`reasons.${value}`) }))}
            words={{
              reason: t('reason'),
              reasonHint: t('reasonHint', { sender: senderName }),
              comment: t('comment'),
              commentHint: t('commentHint', { maximum: DECLINE_COMMENT_LENGTH }),
              decline: t(`decline.${channel}`),
            }}
          />
        </>
      ) : null}
    </Slip>
  );
}
