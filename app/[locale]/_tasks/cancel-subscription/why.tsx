import { randomUUID } from 'node:crypto';
import { getLocale, getTranslations } from 'next-intl/server';
import { taskRefusals } from '@/app/[locale]/_task/refusals';
import { findOwnCancellation } from '@/db/cancellation-reasons';
import type { Receipt } from '@/db/receipts';
import { CANCEL_COMMENT_LENGTH, CANCEL_REASONS } from '@/lib/domain/cancellation';
import type { Reader } from '@/lib/server/guard';
import { Slip } from '@/lib/ui/slip';
import { WhyForm } from './why-form';

/** Below the receipt of a cancellation, for whoever cancelled: why, if they want to say so; then what they said. */
export async function WhyCancelled({ reader, receipt }: { reader: Reader; receipt: Receipt }) {
  const found = await findOwnCancellation(reader.scope, receipt.id);
  if (!found) return null;
  const t = await getTranslations('cancelSubscription.why');
  const reasons = await getTranslations('cancelSubscription.reasons');
  const locale = await getLocale();
  const { reason, comment } = found;
  const maximum = CANCEL_COMMENT_LENGTH;
  return (
    <section aria-labelledby="why" className="why">
      <h2 id="why">{t('title')}</h2>
      {reason || comment ? (
        <>
          <p>{t('thanks')}</p>
          <Slip>
            {reason ? <p>{reasons(reason)}</p> : null}
            {comment ? <p className="told">{comment}</p> : null}
          </Slip>
        </>
      ) : (
        <>
          <p>{t('lead')}</p>
          <Slip>
            <WhyForm
              locale={locale}
              here={`/${locale}/receipts/${receipt.id}`}
              at="why"
              formKey={randomUUID()}
              receipt={receipt.id}
              refusals={taskRefusals('cancelSubscription', { maximum: { count: maximum } }, t('errorTitle'))}
              reasons={CANCEL_REASONS.map((value) => ({ value, label: reasons(value) }))}
              words={{
                reason: t('reason'),
                comment: t('comment'),
                commentHint: t('commentHint', { maximum }),
                send: t('send'),
              }}
            />
          </Slip>
        </>
      )}
    </section>
  );
}
