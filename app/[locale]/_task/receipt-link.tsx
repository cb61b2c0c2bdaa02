import { useLocale, useTranslations } from 'next-intl';

/** Where the form was, once its key has had its effect. */
export function ReceiptLink({ id, reference }: { id: string; reference: string }) {
  const t = useTranslations('task');
  const locale = useLocale();
  return (
    <p>
      {t('done')} <a href={`/${locale}/receipts/${id}`}>{t('openReceipt', { reference })}</a>
    </p>
  );
}
