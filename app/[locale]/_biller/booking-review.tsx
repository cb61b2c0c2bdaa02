import { randomUUID } from 'node:crypto';
import { getLocale, getTranslations } from 'next-intl/server';
import { pathWith } from '@/app/[locale]/_frame/page-props';
import { CommitForm } from '@/app/[locale]/_task/commit-form';
import { taskRefusals } from '@/app/[locale]/_task/refusals';
import { bookMoney } from '@/app/[locale]/biller/action';
import type { Debt } from '@/db/debts';
import { isOwing } from '@/lib/domain/payment-methods';
import { formatDay, formatList, formatMoney } from '@/lib/i18n/formats';
import { ChangeFigure } from '@/lib/ui/change-figure';
import { Pair, Pairs } from '@/lib/ui/pairs';
import { Slip } from '@/lib/ui/slip';
import { type Entry, REFERENCE_LENGTH, type TypedEntry } from './entry';

type Props = { readonly debt: Debt; readonly entry: Entry; readonly typed: TypedEntry };

/** What is left to pay before → after, what comes of it and of money beyond it; then the button that books. */
export async function BookingReview({ debt, entry, typed }: Props) {
  const t = await getTranslations('biller');
  const task = await getTranslations('task');
  const locale = await getLocale();
  const { invoice, dueMinor, apps } = debt;
  const money = (minor: bigint) => formatMoney(locale, minor, invoice.currency);
  const { amountMinor, receivedOn, reference } = entry;
  const left = dueMinor > amountMinor ? dueMinor - amountMinor : 0n;
  const beyond = amountMinor > dueMinor ? amountMinor - dueMinor : 0n;
  const back = apps.filter(({ state }) => isOwing(state)).map(({ name }) => name);
  const edit = pathWith(`/${locale}/biller`, { invoice: invoice.id });
  return (
    <Slip className="review" id="review">
      <p>{t('leftToPay')}</p>
      <ChangeFigure from={money(dueMinor)} to={money(left)} between={task('becomes')} />
      <Pairs>
        <Pair name={t('invoice')}>{invoice.number}</Pair>
        <Pair name={t('received')} isStrong>
          {money(amountMinor)}
        </Pair>
        <Pair name={t('day')}>{formatDay(locale, receivedOn)}</Pair>
        <Pair name={t('bankReference')}>{reference || <span className="quiet">{t('none')}</span>}</Pair>
        {beyond > 0n ? <Pair name={t('beyond')}>{t('beyondText', { amount: money(beyond) })}</Pair> : null}
        {back.length > 0 ? (
          <Pair name={t('then')}>
            {left > 0n
              ? t('staysLate', { apps: formatList(locale, back) })
              : t('back', { apps: formatList(locale, back) })}
          </Pair>
        ) : null}
      </Pairs>
      <CommitForm
        form="book"
        action={bookMoney}
        refusals={taskRefusals('biller', { maximum: { count: REFERENCE_LENGTH } })}
        locale={locale}
        here={pathWith(`/${locale}/biller`, { invoice: invoice.id, ...typed })}
        at="review"
        formKey={randomUUID()}
        hidden={{ invoice: invoice.id, amount: `${amountMinor}`, due: `${dueMinor}`, day: receivedOn, reference }}
        label={t('book', { amount: money(amountMinor) })}
        leave={{ href: `${edit}#book`, label: t('change') }}
      />
    </Slip>
  );
}
