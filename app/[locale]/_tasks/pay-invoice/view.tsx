import { useTranslations } from 'next-intl';
import { addressOf, chosenIn, previewIn, type TaskPlace } from '@/app/[locale]/_task/place';
import { ReceiptLink } from '@/app/[locale]/_task/receipt-link';
import type { TaskView } from '@/app/[locale]/_task/view';
import { payStateOf } from '@/lib/domain/payment-steps';
import { requirePolicy } from '@/lib/domain/policies';
import type { Reader } from '@/lib/server/guard';
import { PayApproval } from './approval';
import { PayControl } from './control';
import { PayObstacle } from './obstacle';
import { PayReview } from './review';
import { type Chosen, findChosen } from './situation';

const STEP = 'pay-invoice';

/** Paying one open invoice, for this reader: one step, from the ways to pay to the receipt. */
export async function viewPayInvoice(reader: Reader, place: TaskPlace): Promise<TaskView> {
  const id = chosenIn(place, 'invoice');
  const chosen =
    id === undefined
      ? undefined
      : await findChosen(reader, id, { preview: previewIn(place), isBack: 'approval' in place.query });
  return {
    context: chosen?.debt.invoice.number,
    states: { [STEP]: payStateOf(chosen?.situation) },
    reasonText: (reason) => chosen && <PayObstacle reader={reader} chosen={chosen} reason={reason} />,
    slips: { [STEP]: chosen && <Now reader={reader} chosen={chosen} place={place} /> },
    ...(chosen?.owing ? { policy: requirePolicy(chosen.owing.policyVersion) } : {}),
  };
}

type Props = { readonly reader: Reader; readonly chosen: Chosen; readonly place: TaskPlace };

/** What stands there now: the receipt, the review, or the ways to pay. */
function Now({ reader, chosen, place }: Props) {
  const t = useTranslations('payInvoice');
  const { debt, situation, waiting, receipt, approval, answer } = chosen;
  const back = addressOf(place, { invoice: debt.invoice.id });
  if (receipt) return <ReceiptLink id={receipt.id} reference={receipt.reference} />;
  if (situation.standing === 'paid') return <p>{t('alreadyPaid', { number: debt.invoice.number })}</p>;
  if (situation.standing === 'credited' || !situation.mayPay) return null;
  if (approval && answer !== 'declined') {
    return <PayApproval chosen={chosen} approval={approval} here={back} at={STEP} />;
  }
  if (!waiting) return <PayControl chosen={chosen} here={back} at={STEP} />;
  const here = addressOf(place, { invoice: debt.invoice.id }, waiting.preview.key);
  return <PayReview reader={reader} waiting={waiting} here={here} back={`${back}#${STEP}`} />;
}
