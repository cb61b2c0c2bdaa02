import { getLocale, getTranslations } from 'next-intl/server';
import { findBookedTransfer } from '@/db/biller';
import { formatMoney } from '@/lib/i18n/formats';
import type { StaffMember } from '@/lib/server/guard';
import { Notice } from '@/lib/ui/notice';

/** What a booking has paid, and what of it pays nothing; nothing for an id that is no booking of this person's. */
export async function Booked({ staff, id }: { staff: StaffMember; id: string }) {
  const t = await getTranslations('biller');
  const locale = await getLocale();
  const booked = await findBookedTransfer(staff.scope, id);
  if (!booked) return null;
  const money = (minor: bigint) => formatMoney(locale, minor, booked.currency);
  return (
    <Notice>
      <p>{t('booked', { amount: money(booked.amountMinor) })}</p>
      <ul>
        {booked.paid.map(({ number, amountMinor }) => (
          <li key={number}>{t('bookedTo', { number, amount: money(amountMinor) })}</li>
        ))}
        {booked.leftMinor > 0n ? <li>{t('bookedLeft', { amount: money(booked.leftMinor) })}</li> : null}
      </ul>
    </Notice>
  );
}
