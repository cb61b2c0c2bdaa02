import { randomUUID } from 'node:crypto';
import { getLocale, getTranslations } from 'next-intl/server';
import { AgreementForm } from '@/app/[locale]/_task/agreement-form';
import { taskRefusals } from '@/app/[locale]/_task/refusals';
import type { Order } from '@/db/orders';
import { AGREEMENT_VERSION } from '@/lib/domain/agreement';
import { Slip } from '@/lib/ui/slip';
import { reviewPurchase } from './action';
import { hiddenFields, limitsOf } from './fields';
import type { ChosenPlan } from './judge';

type Props = {
  readonly chosen: ChosenPlan;
  readonly order: Order | undefined;
  readonly profileId: string;
  readonly here: string;
};

/** The customer agreement, to be read and accepted before the purchase can be reviewed. */
export async function AgreementSlip({ chosen, order, profileId, here }: Props) {
  const t = await getTranslations('getApps');
  const locale = await getLocale();
  return (
    <Slip>
      <p>
        <a href={`/${locale}/help/buy-again#customer-agreement`}>{t('readAgreement')}</a>
      </p>
      <AgreementForm
        action={reviewPurchase}
        locale={locale}
        here={here}
        at="accept-agreement"
        formKey={randomUUID()}
        hidden={hiddenFields({ chosen, order, profileId, version: order?.version ?? 1 })}
        agreementVersion={AGREEMENT_VERSION}
        refusals={taskRefusals('getApps', limitsOf(chosen.plan))}
        words={{
          agreement: t('agreement'),
          version: t('agreementHint', { version: AGREEMENT_VERSION }),
          review: t('review'),
        }}
      />
    </Slip>
  );
}
