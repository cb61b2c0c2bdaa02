import { useTranslations } from 'next-intl';
import { chosenIn, type TaskPlace } from '@/app/[locale]/_task/place';
import type { TaskView } from '@/app/[locale]/_task/view';
import { type BillingProfile, findBillingProfile } from '@/db/billing-profiles';
import { TO_COME } from '@/lib/domain/steps';
import { mayOn, type Reader } from '@/lib/server/guard';
import { Pair, Pairs } from '@/lib/ui/pairs';
import { Slip } from '@/lib/ui/slip';
import { PaymentMethod } from './payment-method';

/** What a billing profile is paid with now, for a reader who may see it. */
export async function viewPaymentMethod(reader: Reader, place: TaskPlace): Promise<TaskView> {
  const id = chosenIn(place, 'profile');
  const profile = id === undefined ? undefined : await findBillingProfile(reader.scope, id);
  const maySee = profile !== undefined && mayOn(reader, 'profile.see', profile.id);
  return {
    context: profile?.name,
    states: { 'replace-payment-method': TO_COME },
    reasonText: () => null,
    slips: { 'replace-payment-method': maySee && <MethodNow profile={profile} /> },
  };
}

function MethodNow({ profile }: { profile: BillingProfile }) {
  const t = useTranslations('billing');
  return (
    <Slip>
      <Pairs>
        <Pair name={t('paymentMethod')}>
          <PaymentMethod method={profile.paymentMethod} />
        </Pair>
      </Pairs>
    </Slip>
  );
}
