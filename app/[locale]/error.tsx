'use client';

import { useLocale, useTranslations } from 'next-intl';
import { Button } from '@/lib/ui/button';
import { EmptyState } from '@/lib/ui/empty-state';

type Props = { readonly error: Error & { readonly digest?: string }; readonly reset: () => void };

/** A defect of ours: an apology with the reference that the log has, too. */
export default function Failure({ error, reset }: Props) {
  const t = useTranslations('failure');
  const locale = useLocale();
  return (
    <main className="page">
      <EmptyState title={t('title')} text={t('lead')}>
        <Button type="button" onClick={reset}>
          {t('again')}
        </Button>
        <a href={`/${locale}/help`}>{t('home')}</a>
      </EmptyState>
      {error.digest ? <p className="quiet small">{t('reference', { reference: error.digest })}</p> : null}
    </main>
  );
}
