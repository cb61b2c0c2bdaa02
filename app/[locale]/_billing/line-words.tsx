import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';

type Line = {
  readonly kind: 'period' | 'increase' | 'plan_change' | 'credit';
  readonly subscriptionId: string;
  readonly appName: string;
  readonly planName: string;
  readonly fromQuantity: number | null;
  readonly toQuantity: number | null;
};

/** What a line is for: the app, linked to its own page, and what of it; `children` add to that. */
export function LineWords({ line, children }: { line: Line; children?: ReactNode }) {
  const t = useTranslations('invoice');
  const names = useTranslations('subscription');
  return (
    <>
      <a href={`/${useLocale()}/apps/${line.subscriptionId}`}>
        {names('appAndPlan', { app: line.appName, plan: line.planName })}
      </a>{' '}
      <span className="small">{wordsOf(t, line)}</span>
      {children}
    </>
  );
}

type Translate = ReturnType<typeof useTranslations<'invoice'>>;

function wordsOf(t: Translate, { kind, fromQuantity, toQuantity }: Line): string {
  if (kind === 'period') return toQuantity === null ? t('line.flat') : t('line.period', { count: toQuantity });
  if (kind === 'plan_change') return t('line.plan_change');
  const count = Math.abs((toQuantity ?? 0) - (fromQuantity ?? 0));
  return t(`line.${kind}`, { count });
}
