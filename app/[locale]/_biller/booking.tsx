import { getTranslations } from 'next-intl/server';
import type { PageProps } from '@/app/[locale]/_frame/page-props';
import { findDebt } from '@/db/debts';
import { dayIn } from '@/lib/domain/days';
import { nowAt } from '@/lib/server/clock';
import type { StaffMember } from '@/lib/server/guard';
import { BookingReview } from './booking-review';
import { findTypedEntry, judgeEntry } from './entry';
import { EntryForm } from './entry-form';

type Props = {
  readonly staff: StaffMember;
  readonly invoiceId: string;
  readonly query: Awaited<PageProps['searchParams']>;
};

/** Money for one invoice, from what came in to the review. */
export async function Booking({ staff, invoiceId, query }: Props) {
  const t = await getTranslations('biller');
  const debt = await findDebt(staff.scope, invoiceId);
  if (!debt) return <p className="act-note">{t('errors.not_found')}</p>;
  if (debt.dueMinor === 0n) return <p className="act-note">{t('nothingDue', { number: debt.invoice.number })}</p>;
  const today = dayIn(debt.profile.timeZone, nowAt());
  const typed = findTypedEntry(query);
  const judged = typed && judgeEntry(typed, debt.invoice.currency, today);
  const refused = judged && 'code' in judged ? judged : undefined;
  const entry = judged && 'amountMinor' in judged ? judged : undefined;
  return (
    <section id="book" aria-labelledby="book-title" className="panel page-narrow">
      <h2 id="book-title">{t('bookFor', { number: debt.invoice.number, profile: debt.profile.name })}</h2>
      {typed && entry ? (
        <BookingReview debt={debt} entry={entry} typed={typed} />
      ) : (
        <EntryForm debt={debt} typed={typed} refused={refused} today={today} />
      )}
    </section>
  );
}
