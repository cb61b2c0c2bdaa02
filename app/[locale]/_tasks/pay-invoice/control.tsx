import { randomUUID } from 'node:crypto';
import { getLocale, getTranslations } from 'next-intl/server';
import { CommitForm } from '@/app/[locale]/_task/commit-form';
import { taskRefusals } from '@/app/[locale]/_task/refusals';
import { TransferFacts } from '@/app/[locale]/_task/transfer-facts';
import { TransferInstead } from '@/app/[locale]/_task/transfer-instead';
import { TRIES_A_DAY } from '@/lib/domain/policies';
import { Slip } from '@/lib/ui/slip';
import { reviewInvoicePayment } from './action';
import { ChargedPairs } from './charged-pairs';
import type { Chosen } from './situation';

type Props = { readonly chosen: Chosen; readonly here: string; readonly at: string };

/** What is to be paid and the ways to pay it: by the profile's card now, or by transfer to the seller's account. */
export async function PayControl({ chosen: { debt, situation }, here, at }: Props) {
  const t = await getTranslations('payInvoice');
  const locale = await getLocale();
  const { invoice, dueMinor, payer, profile } = debt;
  if (situation.method === 'bank_transfer') {
    return (
      <Slip>
        <p>{t('byTransfer', { profile: profile.name })}</p>
        <TransferFacts invoice={invoice} dueMinor={dueMinor} />
      </Slip>
    );
  }
  return (
    <Slip>
      <ChargedPairs debt={debt} card={payer.paymentMethod ?? {}} />
      <CommitForm
        form="pay"
        action={reviewInvoicePayment}
        refusals={taskRefusals('payInvoice', { tries: { count: TRIES_A_DAY } })}
        locale={locale}
        here={here}
        at={at}
        formKey={randomUUID()}
        hidden={{ invoice: invoice.id, version: profile.version }}
        label={t('review')}
      />
      <TransferInstead invoice={invoice} dueMinor={dueMinor} />
    </Slip>
  );
}
