import { expect, test } from 'vitest';
import { read } from '@/db/client';
import type { DemoMail } from '@/db/demo-mails';
import { demoMails } from '@/db/schema';
import { decliningCard } from '@/lib/demo/seed/billing-profiles';
import { scopeOf } from '@/lib/demo/seed/people';
import { formatMoney } from '@/lib/i18n/formats';
import type { Locale } from '@/lib/i18n/locales';
import { underClock } from '@/lib/server/clock';
import { drainOutbox } from '@/lib/server/jobs/outbox';
import {
  at,
  type Buying,
  cancel,
  everything,
  newDemoDatabase,
  requireAccepted,
  startUsing,
} from '@/test/support/database';
import { day, giveCard } from '@/test/support/past-due';
import { changePlan, PLUS } from '@/test/support/plan-changes';
import { change, maja, now, subscriptionId, takeBack, tenLicenses, to } from '@/test/support/ten-licenses';
import { words } from '@/test/support/words';

const addresses = { 'sv-SE': 'faktura@nordlysbygg.example', 'en-US': 'accounts@kymata.example' };
const kymata: Buying = {
  id: subscriptionId,
  by: 'maria-vlachou',
  billingProfileId: 'kymata-head-office',
  on: '2026-11-01',
};

const johan = { by: 'johan-ekstrom', billingProfileId: 'nordlys-projects' };

/** The mails that what is done at a moment leads to. */
async function mailsOf(done: () => Promise<unknown>, moment: number): Promise<readonly DemoMail[]> {
  const drain = () => underClock(() => moment, drainOutbox);
  const mailsNow = () => read((db) => db.select().from(demoMails));
  await drain();
  const { length } = await mailsNow();
  await done();
  await drain();
  return (await mailsNow()).slice(length);
}

/** The one document there is beside those from before, with all its mails: who got them, and what the address did. */
async function documentMails(mails: readonly DemoMail[], locale: Locale) {
  const document = Object((await everything()).documents?.at(-1));
  const { number, kind, totalMinor, currency } = document;
  const subject = words(locale)('mail.notices.invoice_issued.subject', {
    kind,
    number,
    amount: formatMoney(locale, totalMinor, currency),
  });
  const own = mails.filter((mail) => mail.subject === subject);
  const mail = own.find(({ recipient }) => recipient === addresses[locale]);
  if (!mail) throw new Error(`Nothing was sent to ${addresses[locale]}`);
  return { document, mail, sentTo: own.map(({ recipient }) => recipient).sort() };
}

/** Whether it names a last day to pay. */
const asksToPay = ({ body }: DemoMail, locale: Locale) =>
  body.includes(words(locale)('mail.notices.facts.lastDayToPay'));

test.each([
  ['sv-SE', undefined, ['astrid.lindqvist', 'erik.nystrom', 'faktura', 'maja.sandberg']],
  ['en-US', kymata, ['accounts', 'dimitris.kanakis', 'eleni.papadaki', 'maria.vlachou']],
] as const)(
  'the first invoice of a card, in %s: who can pay, and the address without account',
  async (locale, buying, told) => {
    await newDemoDatabase();
    const bought = buying ?? { id: subscriptionId, on: '2026-11-01' };
    const mails = await mailsOf(() => startUsing(bought), at('2026-11-01'));
    const { mail, sentTo } = await documentMails(mails, locale);
    expect(sentTo.map((address) => address.split('@')[0])).toEqual(told);
    expect(mail.body).toContain(words(locale)('mail.notices.invoice_issued.paid'));
    expect(asksToPay(mail, locale)).toBe(false);
    expect(mail.body).not.toContain('/billing/invoices/');
  },
);

test.each([
  ['an increase', () => change(to(14))],
  ['a dearer plan', () => changePlan(PLUS)],
] as const)('%s on a card: the invoice to its recipients, the receipt to who did it', async (_, act) => {
  await tenLicenses();
  const mails = await mailsOf(async () => requireAccepted(await act()), now);
  const { mail, sentTo } = await documentMails(mails, 'sv-SE');
  expect(sentTo).toHaveLength(4);
  expect(mail.body).toContain(words('sv-SE')('mail.notices.invoice_issued.paid'));
  const others = mails.filter(({ subject }) => subject !== mail.subject);
  expect(others.map((receipt) => receipt.recipient)).toEqual(['maja.sandberg@nordlysbygg.example']);
});

test.each(['sv-SE', 'en-US'] as const)(
  'a credit note says in %s what it credits, and nothing of paying',
  async (locale) => {
    const isSwedish = locale === 'sv-SE';
    const scope = isSwedish ? maja : scopeOf('maria-vlachou');
    await tenLicenses(isSwedish ? {} : kymata);
    requireAccepted(await change(to(14), now, scope));
    const mails = await mailsOf(async () => requireAccepted(await change(takeBack, now + 60_000, scope)), now + 60_000);
    const { document, mail, sentTo } = await documentMails(mails, locale);
    expect([document.kind, sentTo.length]).toEqual(['credit_note', 4]);
    expect(mail.body).toContain(
      words(locale)('mail.notices.invoice_issued.credits', { count: 1, numbers: '2026-00002' }),
    );
    expect(asksToPay(mail, locale)).toBe(false);
    expect(mails.filter((each) => each.recipient === addresses[locale])).toEqual([mail]);
  },
);

test('all that is canceled is credited by a note for each invoice, each of them mailed', async () => {
  await tenLicenses();
  const soon = at('2026-11-02');
  requireAccepted(await change(to(14), soon));
  const mails = await mailsOf(async () => requireAccepted(await cancel(maja, subscriptionId, soon, 'now')), soon);
  const toAddress = mails.filter((mail) => mail.recipient === addresses['sv-SE']);
  expect(toAddress.map(({ subject }) => subject.split(':')[0]).sort()).toEqual([
    'Kreditfaktura 2026-00001',
    'Kreditfaktura 2026-00002',
  ]);
});

test('a credit of what was not invoiced yet says that the next invoice has less', async () => {
  await tenLicenses(johan);
  const soon = at('2026-11-02');
  const done = () => cancel(scopeOf(johan.by), subscriptionId, soon, 'now').then(requireAccepted);
  const { mail } = await documentMails(await mailsOf(done, soon), 'sv-SE');
  expect(mail.body).toContain(words('sv-SE')('mail.notices.invoice_issued.creditsWaiting'));
});

test('a renewal that nobody asks for is mailed', async () => {
  await tenLicenses();
  const { document, sentTo } = await documentMails(await mailsOf(() => day('2026-12-01'), at('2026-12-01')), 'sv-SE');
  expect([document.issuedOn, sentTo.length]).toEqual(['2026-12-01', 4]);
});

test('an invoice that the card did not pay names no day, which the mail about the payment does', async () => {
  await tenLicenses();
  await giveCard(decliningCard('2026-11-22'), at('2026-11-20'));
  const mails = await mailsOf(() => day('2026-12-01'), at('2026-12-01'));
  const { mail } = await documentMails(mails, 'sv-SE');
  expect(mail.body).toContain(words('sv-SE')('mail.notices.invoice_issued.cardFailed'));
  expect(asksToPay(mail, 'sv-SE')).toBe(false);
  const others = mails.filter((each) => each.recipient === addresses['sv-SE'] && each !== mail);
  expect(others.map((each) => asksToPay(each, 'sv-SE'))).toEqual([true]);
});

test('a monthly invoice names the last day, and what credit leaves to pay', async () => {
  await tenLicenses(johan);
  const scope = scopeOf(johan.by);
  for (const wish of [to(14), takeBack]) requireAccepted(await change(wish, now, scope));
  const { mail } = await documentMails(await mailsOf(() => day('2026-12-01'), at('2026-12-01')), 'sv-SE');
  expect(asksToPay(mail, 'sv-SE')).toBe(true);
  const due = words('sv-SE')('mail.notices.facts.amountDue');
  expect(mail.body).toContain(`${due}: ${formatMoney('sv-SE', 161_250n, 'SEK')}`);
});

test('a monthly invoice of what was all credited before is told as credited, not as paid', async () => {
  await tenLicenses({ ...johan, on: '2026-11-30' });
  const soon = at('2026-11-30', '11:00');
  requireAccepted(await cancel(scopeOf(johan.by), subscriptionId, soon, 'now'));
  const { mail } = await documentMails(await mailsOf(() => day('2026-12-01'), at('2026-12-01')), 'sv-SE');
  expect(mail.body).toContain(words('sv-SE')('mail.notices.invoice_issued.credited'));
  expect(asksToPay(mail, 'sv-SE')).toBe(false);
});
