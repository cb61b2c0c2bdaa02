import { useTranslations } from 'next-intl';
import { firstOf } from '@/app/[locale]/_frame/page-props';
import { addressOf, chosenIn, previewIn, type TaskPlace } from '@/app/[locale]/_task/place';
import { ReceiptLink } from '@/app/[locale]/_task/receipt-link';
import type { TaskView } from '@/app/[locale]/_task/view';
import { WhoMay } from '@/app/[locale]/_task/who-may';
import type { Reader } from '@/lib/server/guard';
import { MethodControl } from './control';
import { MethodReview } from './review';
import { type Chosen, findChosen, stateOf } from './situation';

const STEP = 'replace-payment-method';

/** What a billing profile is paid with, for this reader: one step, from the choice to the receipt. */
export async function viewPaymentMethod(reader: Reader, place: TaskPlace): Promise<TaskView> {
  const id = chosenIn(place, 'profile');
  const preview = previewIn(place);
  const setup = firstOf(place.query, 'setup');
  const chosen = id === undefined ? undefined : await findChosen(reader, id, { preview, setup });
  const profile = chosen?.profile;
  const back = addressOf(place, { profile: profile?.id });
  return {
    context: profile?.name,
    states: { [STEP]: stateOf(chosen) },
    reasonText: () =>
      profile && <WhoMay reader={reader} permission="profile.replace_payment_method" profile={profile} />,
    slips: { [STEP]: chosen && <Now reader={reader} chosen={chosen} place={place} back={back} /> },
  };
}

type Props = { readonly reader: Reader; readonly chosen: Chosen; readonly place: TaskPlace; readonly back: string };

/** What stands there now: the receipt, the review, or the choice. */
function Now({ reader, chosen, place, back }: Props) {
  const t = useTranslations('replacePaymentMethod');
  const { profile, mayReplace, waiting, receipt } = chosen;
  if (!mayReplace) return null;
  if (receipt) {
    return (
      <>
        <ReceiptLink id={receipt.id} reference={receipt.reference} />
        <p>
          <a href={`${back}#${STEP}`}>{t('chooseOther')}</a>
        </p>
      </>
    );
  }
  if (!waiting) return <MethodControl chosen={chosen} here={back} at={STEP} />;
  const here = addressOf(place, { profile: profile.id }, waiting.preview.key);
  return <MethodReview reader={reader} chosen={chosen} waiting={waiting} here={here} back={`${back}#${STEP}`} />;
}
