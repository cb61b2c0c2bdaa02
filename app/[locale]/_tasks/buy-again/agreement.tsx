import { randomUUID } from 'node:crypto';
import { getLocale, getTranslations } from 'next-intl/server';
import { AgreementForm } from '@/app/[locale]/_task/agreement-form';
import { taskRefusals } from '@/app/[locale]/_task/refusals';
import type { Subscription } from '@/db/subscriptions';
import { AGREEMENT_VERSION } from '@/lib/domain/agreement';
import { Slip } from '@/lib/ui/slip';
import { reviewBuyAgain } from './action';
import type { ChosenPlan } from './choice';

type Props = { readonly subscription: Subscription; readonly chosen: ChosenPlan; readonly here: string };

/** The customer agreement, to be read and accepted before the purchase can be reviewed. */
export async function AgreementSlip({ subscription, chosen: { plan, profile, quantity }, here }: Props) {
  const t = await getTranslations('buyAgain');
  const locale = await getLocale();
  const limits = { minimum: { count: plan.minQuantity ?? 0 }, maximum: { count: plan.maxQuantity ?? 0 } };
  return (
    <Slip>
      <p>
        <a href={`/${locale}/help/buy-again#customer-agreement`}>{t('readAgreement')}</a>
      </p>
      <AgreementForm
        action={reviewBuyAgain}
        locale={locale}
        here={here}
        at="accept-agreement"
        formKey={randomUUID()}
        hidden={{
          subscription: subscription.id,
          plan: plan.id,
          profile: profile.id,
          quantity: quantity === null ? '' : quantity,
          version: subscription.version,
        }}
        agreementVersion={AGREEMENT_VERSION}
        refusals={taskRefusals('buyAgain', limits)}
        words={{
          agreement: t('agreement'),
          version: t('agreementHint', { version: AGREEMENT_VERSION }),
          review: t('review'),
        }}
      />
    </Slip>
  );
}
