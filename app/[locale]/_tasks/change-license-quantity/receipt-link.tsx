import { getLocale, getTranslations } from 'next-intl/server';

/** Where the form was, once its key has had its effect. */
export async function ReceiptLink({ id, reference }: { id: string; reference: string }) {
  const t = await getTranslations('changeLicenseQuantity');
  const locale = await getLocale();
  return (
    <p>
      {t('done')} <a href={`/${locale}/receipts/${id}`}>{t('openReceipt', { reference })}</a>
    </p>
  );
}
