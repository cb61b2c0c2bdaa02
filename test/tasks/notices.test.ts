import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { read } from '@/db/client';
import { findDebt } from '@/db/debts';
import { newId } from '@/db/ids';
import { listOpenInvoices } from '@/db/payments';
import { outboxEvents } from '@/db/schema';
import { addDays } from '@/lib/domain/days';
import { formatMoney } from '@/lib/i18n/formats';
import { underClock } from '@/lib/server/clock';
import { runDueNotices } from '@/lib/server/jobs/due-notices';
import { drainOutbox } from '@/lib/server/jobs/outbox';
import { activateSubscription } from '@/lib/server/life/activate';
import { invoicePayment } from '@/lib/server/pay-invoice';
import { commitTask, previewTask } from '@/lib/server/reviewed-task';
import { at, buy, job, newDemoDatabase, requireAccepted, startUsing, subscriptionNow } from '@/test/support/database';
import { brokenRules } from '@/test/support/en16931';
import { day, days, giveCard, good, office, pastDue } from '@/test/support/past-due';
import { changePlan, YEARLY } from '@/test/support/plan-changes';
import { startSmtpServer, type TestSmtpServer } from '@/test/support/smtp-server';
import { change, maja, takeBack, tenLicenses, to } from '@/test/support/ten-licenses';

let smtp: TestSmtpServer;

beforeAll(async () => {
  smtp = await startSmtpServer();
  for (const [name, value] of Object.entries(smtp.env)) vi.stubEnv(name, value);
});

afterAll(async () => {
  await smtp.stop();
});

const drain = (today: string, time = '10:00') => underClock(() => at(today, time), drainOutbox);

/** Sends what is waiting and answers what came since, as `address: subject`, by address. */
async function sent(today: string, time?: string): Promise<string[]> {
  const before = smtp.received.length;
  await drain(today, time);
  return smtp.received
    .slice(before)
    .map((mail) => `${mail.to.join()}: ${mail.subject}`)
    .sort();
}

const about = (mails: readonly string[], words: string) => mails.filter((mail) => mail.includes(words));

test('who can activate is reminded 7 days and 1 day before, once, and not once it is activated', async () => {
  await newDemoDatabase();
  requireAccepted(await buy({ id: 'new', on: '2026-11-01' }));
  await sent('2026-11-01');
  const told: string[] = [];
  for (let today = '2026-11-20'; today <= '2026-11-29'; today = addDays(today, 1)) {
    for (let turn = 0; turn < 2; turn += 1) await runDueNotices(job, today, at(today));
    if (about(await sent(today), 'Tallyworks Pro').length > 0) told.push(today);
  }
  expect(told).toEqual(['2026-11-24']);
  await runDueNotices(job, '2026-11-30', at('2026-11-30'));
  requireAccepted(await activateSubscription(job, { subscriptionId: 'new', now: at('2026-11-30', '10:01') }));
  expect(about(await sent('2026-11-30', '10:02'), 'aktivera')).toEqual([]);
});

test('a failed payment is told to all who can pay and to the invoice recipients, with the last day in words', async () => {
  await pastDue();
  const before = smtp.received.length;
  const mails = about(await sent('2026-12-01'), 'Tallyworks Pro misslyckades');
  expect(mails.map((mail) => mail.split(':')[0])).toEqual([
    'astrid.lindqvist@nordlysbygg.example',
    'erik.nystrom@nordlysbygg.example',
    'faktura@nordlysbygg.example',
    'maja.sandberg@nordlysbygg.example',
  ]);
  const received = smtp.received.slice(before);
  const failed = received.filter((mail) => mail.subject.includes('misslyckades'));
  const toMaja = failed.find((mail) => mail.to.includes('maja.sandberg@nordlysbygg.example'));
  expect(toMaja?.text).toContain('torsdag 31\u00a0december\u00a02026');
  expect(toMaja?.text).toMatch(/\/help\/fix-payment\?app=bought#pay-invoice/);
  expect(toMaja?.header('list-unsubscribe')).toBe('');
  const toRecipient = failed.find((mail) => mail.to.includes('faktura@nordlysbygg.example'));
  expect(toRecipient?.text).not.toContain('/help/fix-payment');
});

test('what was paid before the mail could go is not told as unpaid', async () => {
  await pastDue();
  await giveCard(good, at('2026-12-01', '11:00'));
  const [open] = await listOpenInvoices(maja, office);
  const asked = { key: newId(), subjectId: open?.id ?? '', wish: {}, now: at('2026-12-01', '11:01') };
  requireAccepted(await previewTask(maja, invoicePayment, asked));
  requireAccepted(await commitTask(maja, invoicePayment, asked));
  expect((await findDebt(job, asked.subjectId))?.dueMinor).toBe(0n);
  const mails = await sent('2026-12-01', '11:02');
  expect(about(mails, 'misslyckades')).toEqual([]);
  expect(about(mails, 'Tallyworks Pro är betald').length).toBeGreaterThan(0);
});

test('seven days and one day before the last day to pay; then that it is disabled', async () => {
  await pastDue();
  await sent('2026-12-01');
  await days('2026-12-02', '2026-12-23');
  await sent('2026-12-23');
  const subjects: string[] = [];
  for (let today = '2026-12-24'; today <= '2027-01-01'; today = addDays(today, 1)) {
    await day(today);
    await runDueNotices(job, today, at(today));
    const mails = about(await sent(today), 'maja.sandberg');
    subjects.push(...mails.map((mail) => `${today} ${mail.replace(/^[^:]*: /, '')}`));
  }
  expect(subjects).toEqual([
    '2026-12-24 7 dagar kvar att betala för Tallyworks Pro',
    '2026-12-30 En dag kvar att betala för Tallyworks Pro',
    '2027-01-01 Tallyworks Pro är inaktiverad eftersom den inte betalades',
  ]);
});

test('a monthly renewal is told three days before only where the amount is another', async () => {
  await tenLicenses();
  requireAccepted(await change(to(14)));
  await sent('2026-11-22');
  const told: string[] = [];
  for (let today = '2026-11-23'; today <= '2026-11-30'; today = addDays(today, 1)) {
    await runDueNotices(job, today, at(today));
    if (about(await sent(today), 'Tallyworks Pro förnyas').length > 0) told.push(today);
  }
  expect(told).toEqual(['2026-11-28']);
  const { text } = smtp.received.findLast(({ subject }) => subject.startsWith('Tallyworks Pro förnyas')) ?? {
    text: '',
  };
  for (const quantity of [10n, 14n])
    expect(text).toContain(formatMoney('sv-SE', (quantity * 12_900n * 125n) / 100n, 'SEK'));
});

test('a mail server that is down gets each notice once when it is back, and only then it counts as sent', async () => {
  await pastDue();
  const { port } = smtp;
  await smtp.stop();
  await drain('2026-12-01');
  const waiting = (await read((db) => db.select().from(outboxEvents))).filter(
    ({ kind, payload }) => kind === 'notice_mail' && Object(payload).notice === 'payment_failed',
  );
  expect(waiting.map(({ deliveredAt }) => deliveredAt)).toEqual([null, null, null, null]);
  smtp = await startSmtpServer(port);
  expect(about(await sent('2026-12-02'), 'misslyckades')).toHaveLength(4);
  expect(about(await sent('2026-12-03'), 'misslyckades')).toEqual([]);
});

test('a monthly invoice goes to its recipients as a PDF and for programs, in words that say until when to pay', async () => {
  await newDemoDatabase();
  const projects = { by: 'johan-ekstrom', billingProfileId: 'nordlys-projects' };
  await startUsing({ id: 'invoiced', ...projects, on: '2026-11-10' });
  await sent('2026-11-10');
  const before = smtp.received.length;
  await day('2026-12-01');
  const mails = about(await sent('2026-12-01'), 'Faktura 2026-00001');
  expect(mails.length).toBeGreaterThan(1);
  const recipient = smtp.received.slice(before).find((mail) => mail.to.includes('projektekonomi@nordlysbygg.example'));
  expect(recipient?.text).toContain('torsdag 31\u00a0december\u00a02026');
  expect(recipient?.attachments.map(({ filename }) => filename)).toEqual(['2026-00001.pdf', '2026-00001.xml']);
  const [pdf, xml] = recipient?.attachments.map(({ content }) => content.toString()) ?? [];
  expect(pdf).toMatch(/^%PDF-/);
  expect(brokenRules(xml ?? '')).toEqual([]);
});

test('a credit note goes as files that say what it is', async () => {
  await tenLicenses();
  requireAccepted(await change(to(14)));
  await sent('2026-11-22');
  requireAccepted(await change(takeBack));
  const before = smtp.received.length;
  expect(about(await sent('2026-11-22'), 'Kreditfaktura 2026-00001')).toHaveLength(4);
  const credited = smtp.received.slice(before).filter(({ subject }) => subject.startsWith('Kreditfaktura'));
  for (const { attachments } of credited)
    expect(attachments.map(({ filename }) => filename)).toEqual([
      'credit-note-2026-00001.pdf',
      'credit-note-2026-00001.xml',
    ]);
});

test('a planned change of plan is told with the price of the plan that comes', async () => {
  await tenLicenses();
  requireAccepted(await changePlan(YEARLY));
  await sent('2026-11-22');
  const before = smtp.received.length;
  await runDueNotices(job, '2026-11-28', at('2026-11-28'));
  expect(about(await sent('2026-11-28'), 'maja.sandberg')).toHaveLength(1);
  const { planned } = await subscriptionNow('bought');
  const unit = planned?.plan?.unitAmountMinor ?? 0n;
  const mail = smtp.received.slice(before).find(({ to: [address] }) => address?.startsWith('maja.sandberg'));
  expect(unit).toBeGreaterThan(0n);
  const yearly = formatMoney('sv-SE', (unit * 10n * 125n) / 100n, 'SEK');
  expect(mail?.subject).toBe(`Tallyworks Pro kostar ${yearly} från 1\u00a0december`);
  expect(mail?.text).toContain(`kostar Tallyworks Pro ${yearly} per år`);
  expect(mail?.text).toContain(`${formatMoney('sv-SE', (10n * 12_900n * 125n) / 100n, 'SEK')} per månad`);
});
