import { useLocale, useTranslations } from 'next-intl';
import type { BillingProfile } from '@/db/billing-profiles';
import type { DocumentSummary, WaitingLine } from '@/db/invoices';
import type { Day } from '@/lib/domain/days';
import { requireCurrency } from '@/lib/domain/money';
import { formatMoney } from '@/lib/i18n/formats';
import { sumDue, sumWaiting } from './document-selection';
import { DocumentTable } from './document-table';
import { DueLine } from './due-line';
import { PaymentMethod } from './payment-method';

const NEWEST = 3;

type Props = {
  readonly profile: BillingProfile;
  /** All of the profile's, newest first. */
  readonly documents: readonly DocumentSummary[];
  /** What stands on no invoice yet. */
  readonly waiting: readonly WaitingLine[];
  readonly today: Day;
};

/** One profile in the list: what is to pay, with what, and its newest invoices. */
export function ProfileSummary({ profile, documents, waiting, today }: Props) {
  const t = useTranslations('billing');
  const locale = useLocale();
  const path = `/${locale}/billing/profiles/${profile.id}`;
  const currency = requireCurrency(profile.currency);
  return (
    <section className="profile-summary" aria-labelledby={profile.id}>
      <header>
        <h2 id={profile.id}>
          <a href={path}>{profile.name}</a>
        </h2>
        <p>
          <DueLine sums={sumDue(documents, today)} currency={currency} />
        </p>
        {waiting.length > 0 ? (
          <p>{t('waitingSum', { amount: formatMoney(locale, sumWaiting(waiting).totalMinor, currency) })}</p>
        ) : null}
        <p className="quiet">
          <PaymentMethod method={profile.paymentMethod} />
        </p>
      </header>
      <div>
        {documents.length === 0 ? (
          <>
            <p>{t('noInvoices')}</p>
            <p className="quiet">{t(`firstInvoice.${profile.settlement}`)}</p>
          </>
        ) : (
          <DocumentTable
            caption={t('newestOf', { profile: profile.name })}
            documents={documents.slice(0, NEWEST)}
            today={today}
          />
        )}
        {documents.length > NEWEST ? (
          <p className="more">
            <a href={`${path}#invoices`}>{t('allOf', { profile: profile.name, count: documents.length })}</a>
          </p>
        ) : null}
      </div>
    </section>
  );
}
