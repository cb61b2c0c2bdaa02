import { useTranslations } from 'next-intl';
import type { Activity } from '@/db/activity';

type Act = Pick<Activity, 'act' | 'before' | 'after'>;

/** What was done, in words, from the facts before and after. */
export function ActText({ activity }: { activity: Act }) {
  return tellAct(useTranslations('acts'), activity);
}

/** The same outside of a page. */
export function tellAct(t: Translate, { act, before, after }: Act): string {
  switch (act) {
    case 'purchase':
      return t('purchase', { quantity: numberOf(after.quantity) });
    case 'increase':
    case 'decrease':
    case 'decrease_now':
    case 'take_back':
      return t(act, { before: numberOf(before.quantity), after: numberOf(after.quantity) });
    case 'remove_planned_change':
      return t(act, { before: numberOf(before.planned) });
    case 'report_assigned':
      return t(act, { before: numberOf(before.assignedQuantity), after: numberOf(after.assignedQuantity) });
    case 'activate':
      return t(after.state === 'past_due' ? 'activate_unpaid' : act);
    case 'renew':
      return renewed(t, before, after);
    case 'cancel_at_end':
    case 'end':
    case 'pass_activation_deadline':
      return t(act);
    default:
      throw new Error(`No words for the act ${act}`);
  }
}

type Translate = ReturnType<typeof useTranslations<'acts'>>;

/** A renewal may fail to be paid, and may be the moment a planned change takes effect. */
function renewed(t: Translate, before: Activity['before'], after: Activity['after']): string {
  if (after.state === 'past_due') return t('renewal_unpaid');
  const isChanged = 'quantity' in after && after.quantity !== before.quantity;
  return isChanged
    ? t('renew_changed', { before: numberOf(before.quantity), after: numberOf(after.quantity) })
    : t('renew');
}

function numberOf(fact: string | number | null | undefined): number {
  return typeof fact === 'number' ? fact : 0;
}
