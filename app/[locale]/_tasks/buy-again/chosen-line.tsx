import { useTranslations } from 'next-intl';

type Props = {
  readonly plan: { readonly name: string; readonly pricing: 'flat' | 'per_license' };
  readonly profile: { readonly name: string };
  readonly quantity: number | null;
  /** Where it can be chosen anew. */
  readonly change: string;
};

/** The plan, number and profile that were chosen, in one line, and the way to change them. */
export function ChosenLine({ plan, profile, quantity, change }: Props) {
  const t = useTranslations('buyAgain');
  return (
    <p>
      {t('chosen', { plan: plan.name, pricing: plan.pricing, count: quantity ?? 0, profile: profile.name })}{' '}
      <a href={change}>{t('chooseOther')}</a>
    </p>
  );
}
