import { randomUUID } from 'node:crypto';
import { getLocale, getTranslations } from 'next-intl/server';
import { taskRefusals } from '@/app/[locale]/_task/refusals';
import { CANCEL_COMMENT_LENGTH, type Cancellation, type CancelTime } from '@/lib/domain/cancellation';
import type { Currency } from '@/lib/domain/money';
import type { Typed } from '@/lib/domain/task-state';
import { formatDay, formatMoney } from '@/lib/i18n/formats';
import { Slip } from '@/lib/ui/slip';
import { CancelForm } from './form';
import { KeepForm } from './keep-form';
import type { Chosen } from './situation';

type Props = {
  readonly chosen: Chosen;
  /** The page it stands on, with its query. */
  readonly here: string;
  readonly typed: Typed;
};

/** How the subscription can end: with its period or now. One that is ending can be kept, or end now. */
export async function CancelControl({ chosen: { subscription, atEnd, atOnce }, here, typed }: Props) {
  const t = await getTranslations('cancelSubscription');
  const locale = await getLocale();
  if (!atOnce.ok) return null;
  const { id, version, state, currency } = subscription;
  const isEnding = state === 'active_ending' || state === 'past_due_ending';
  const now = {
    value: 'now' as CancelTime,
    label: t('now'),
    hint: t('nowHint', moneyBackOf(atOnce.value, locale, currency)),
  };
  const atTheEnd = atEnd.ok
    ? [
        {
          value: 'at_end' as CancelTime,
          label: t('atEnd'),
          hint: t('atEndHint', { date: formatDay(locale, atEnd.value.endsOn) }),
        },
      ]
    : [];
  return (
    <Slip>
      {isEnding ? <KeepForm subscription={subscription} here={here} at="choose-when" /> : null}
      <CancelForm
        locale={locale}
        here={here}
        at="choose-when"
        formKey={randomUUID()}
        subscription={id}
        version={version}
        refusals={taskRefusals('cancelSubscription', { maximum: { count: CANCEL_COMMENT_LENGTH } })}
        options={[...atTheEnd, now]}
        isQuiet={isEnding}
        typed={typed}
        words={{
          when: t('when'),
          hint: !atEnd.ok && atEnd.refusal === 'period_over' ? t('periodOver') : undefined,
          review: t('review'),
        }}
      />
    </Slip>
  );
}

/** What the choice says of money, by a code and an amount. */
function moneyBackOf({ act, isRefunded, refundMinor, credit }: Cancellation, locale: string, currency: Currency) {
  const amount = formatMoney(locale, refundMinor || credit.totalMinor, currency);
  if (refundMinor > 0n) return { back: 'refund', amount };
  if (credit.totalMinor > 0n) return { back: 'credit', amount };
  return { back: act === 'cancel_before_activation' || isRefunded ? 'unbilled' : 'none', amount };
}
