import { expect, test } from 'vitest';
import { listOpenInvoices } from '@/db/payments';
import { scopeOf } from '@/lib/demo/seed/people';
import { amountDueOf } from '@/lib/domain/invoices';
import { runDueSubscriptions } from '@/lib/server/jobs/due-subscriptions';
import { runMonthlyInvoices } from '@/lib/server/jobs/monthly-invoices';
import { at, everything, job, requireAccepted } from '@/test/support/database';
import { change, takeBack, tenLicenses, to } from '@/test/support/ten-licenses';

const projects = 'nordlys-projects';
const johan = scopeOf('johan-ekstrom');

const renew = (today: string) => runDueSubscriptions(job, today, at(today));
const invoice = (today: string) => runMonthlyInvoices(job, today, at(today));

/** The invoices in the order of their numbers, each with the days on which its lines begin to serve. */
async function invoices() {
  const { documents = [] } = await everything();
  return documents
    .map(Object)
    .filter(({ kind }) => kind === 'invoice')
    .map(({ number, issuedOn, dueOn, netMinor, vatMinor, snapshot }) => ({
      number,
      issuedOn,
      dueOn,
      netMinor,
      vatMinor,
      served: JSON.parse(snapshot).lines.map(({ servedFrom }: { servedFrom: string }) => servedFrom),
    }));
}

/** Licenses from 20 October, one more on 31 October, renewed on 20 November; no invoice was issued on either first. */
async function twoMonthsMissed() {
  await tenLicenses({ on: '2026-10-20', by: 'johan-ekstrom', billingProfileId: projects });
  requireAccepted(await change(to(11), at('2026-10-31'), johan));
  await renew('2026-11-20');
}

test('months that were missed have an invoice each, the earlier first, all issued when they are', async () => {
  await twoMonthsMissed();
  await renew('2026-12-20');
  await invoice('2026-12-21');
  const today = { issuedOn: '2026-12-21', dueOn: '2027-01-20' };
  expect(await invoices()).toEqual([
    { ...today, number: '2026-00001', netMinor: 137_322n, vatMinor: 34_331n, served: ['2026-10-20', '2026-10-31'] },
    { ...today, number: '2026-00002', netMinor: 141_900n, vatMinor: 35_475n, served: ['2026-11-20'] },
  ]);
  const before = await everything();
  await invoice('2026-12-31');
  expect(await everything()).toEqual(before);
  await invoice('2027-01-01');
  expect((await invoices()).slice(2)).toMatchObject([{ number: '2027-00001', served: ['2026-12-20'] }]);
});

test('what was credited of a missed month is exactly what its lines are less on its invoice', async () => {
  await twoMonthsMissed();
  requireAccepted(await change(to(12), at('2026-11-23'), johan));
  requireAccepted(await change(takeBack, at('2026-11-23', '10:01'), johan));
  await invoice('2026-12-05');
  // 8 322 and 11 610 net have half a minor unit of VAT each: rounded on their own, not together.
  expect(await invoices()).toMatchObject([{ vatMinor: 34_331n }, { netMinor: 153_510n, vatMinor: 38_378n }]);
  const open = await listOpenInvoices(job, projects);
  expect(open.map(amountDueOf)).toEqual([171_653n, 177_375n]);
});
