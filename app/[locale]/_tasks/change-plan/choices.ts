import { getLocale, getTranslations } from 'next-intl/server';
import type { PlanTerms } from '@/lib/domain/plans';
import { formatMoney } from '@/lib/i18n/formats';
import type { ChoiceOption } from '@/lib/ui/choice-set';
import type { Chosen } from './situation';

/** The plans sold in the app's currency, each with its price and its limits; one that cannot be chosen says why. */
export async function listChoices({ subscription, facts, current, plans }: Chosen): Promise<ChoiceOption[]> {
  const t = await getTranslations('changePlan');
  const names = await getTranslations('subscription');
  const locale = await getLocale();
  const priceOf = ({ pricing, term, unitAmountMinor }: PlanTerms) =>
    names(`price.${pricing}.${term}`, { amount: formatMoney(locale, unitAmountMinor, subscription.currency) });
  return plans.map((plan) => {
    const { id: value, name: label, pricing, term, minQuantity, maxQuantity } = plan;
    const price = priceOf(plan);
    if (value === current.id) {
      return { value, label, isImpossible: true, hint: t('choices.current', { price: priceOf(current) }) };
    }
    if (facts.state === 'active_ending' && term !== current.term) {
      return { value, label, isImpossible: true, hint: t('choices.otherTerm', { price }) };
    }
    const limits = { minimum: minQuantity ?? 0, maximum: maxQuantity ?? 0 };
    return {
      value,
      label,
      hint: pricing === 'flat' ? t('choices.flat', { price }) : t('choices.perLicense', { price, ...limits }),
    };
  });
}
