import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { lineMeaningOf } from '@/lib/domain/document-lines';

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

function wordsOf(t: Translate, line: Line): string {
  const meaning = lineMeaningOf(line);
  return 'count' in meaning ? t(`line.${meaning.as}`, { count: meaning.count }) : t(`line.${meaning.as}`);
}
