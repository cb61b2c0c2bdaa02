import { randomUUID } from 'node:crypto';
import { getLocale, getTranslations } from 'next-intl/server';
import { CommitForm } from '@/app/[locale]/_task/commit-form';
import { taskRefusals } from '@/app/[locale]/_task/refusals';
import type { Subscription } from '@/db/subscriptions';
import { CANCEL_COMMENT_LENGTH } from '@/lib/domain/cancellation';
import { formatDay } from '@/lib/i18n/formats';
import { keepSubscription } from './action';

type Props = { readonly subscription: Subscription; readonly here: string; readonly at: string };

/** Takes a cancellation at the end back: one button, at once. Stands in a slip. */
export async function KeepForm({ subscription: { id, endsOn, cancelledBy }, here, at }: Props) {
  const t = await getTranslations('cancelSubscription');
  const locale = await getLocale();
  if (endsOn === null) throw new Error('Only what ends can be kept');
  return (
    <div className="keep">
      <p>{t('ending', { date: formatDay(locale, endsOn), person: cancelledBy ?? '' })}</p>
      <CommitForm
        form="keep"
        action={keepSubscription}
        refusals={taskRefusals('cancelSubscription', { maximum: { count: CANCEL_COMMENT_LENGTH } })}
        locale={locale}
        here={here}
        at={at}
        formKey={randomUUID()}
        hidden={{ subscription: id }}
        label={t('keep')}
      />
    </div>
  );
}
