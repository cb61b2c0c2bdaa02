import type { Metadata } from 'next';
import { connection } from 'next/server';
import { type PageProps, requireLocale } from '@/app/[locale]/_frame/page-props';
import { AppAttention } from '@/app/[locale]/_home/attention';
import { HomePage } from '@/app/[locale]/_home/home-page';
import { homeMetadata } from '@/app/[locale]/_home/metadata';
import { listWaitingOrders } from '@/db/orders';
import { listSubscriptions } from '@/db/subscriptions';
import { dayIn } from '@/lib/domain/days';
import type { Locale } from '@/lib/i18n/locales';
import { nowAt } from '@/lib/server/clock';
import { type Reader, readerOf } from '@/lib/server/guard';
import { listInvoicesToPay } from '@/lib/server/open-invoices';
import { findSession } from '@/lib/server/session';

type Props = Pick<PageProps, 'params'>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return homeMetadata(await params);
}

/** For a reader: what needs doing with their own apps stands first. */
export default async function LiveHome({ params }: Props) {
  await connection();
  const locale = requireLocale((await params).locale);
  const session = await findSession();
  const reader = session && readerOf(session);
  return (
    <HomePage
      locale={locale}
      session={session ?? null}
      attention={reader ? await attentionFor(reader, locale) : null}
    />
  );
}

async function attentionFor(reader: Reader, locale: Locale) {
  const { scope, organization } = reader;
  const now = nowAt();
  const orders = await listWaitingOrders(scope, dayIn(organization.timeZone, now));
  return (
    <AppAttention
      locale={locale}
      subscriptions={await listSubscriptions(scope)}
      orders={orders}
      invoices={await listInvoicesToPay(reader)}
      now={now}
    />
  );
}
