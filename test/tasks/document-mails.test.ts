import { afterAll, beforeAll, expect, test, vi } from 'vitest';
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
import { brokenRules } from '@/test/support/en16931';
import { day, giveCard } from '@/test/support/past-due';
import { changePlan, PLUS } from '@/test/support/plan-changes';
import { type ReceivedMail, startSmtpServer, type TestSmtpServer } from '@/test/support/smtp-server';
import { change, maja, now, subscriptionId, takeBack, tenLicenses, to } from '@/test/support/ten-licenses';
import { words } from '@/test/support/words';

let smtp: TestSmtpServer;

beforeAll(async () => {
  smtp = await startSmtpServer();
  for (const [name, value] of Object.entries(smtp.env)) vi.stubEnv(name, value);
});

afterAll(() => smtp.stop());

const addresses = { 'sv-SE': 'faktura@nordlysbygg.example', 'en-US': 'accounts@kymata.example' };
const kymata: Buying = {
  id: subscriptionId,
  by: 'maria-vlachou',
  billingProfileId: 'kymata-head-office',
  on: '2026-11-01',
};

/** The mails that what is done at a moment leads to. */
async function mailsOf(done: () => Promise<unknown>, moment: number): Promise<readonly ReceivedMail[]> {
  const drain = () => underClock(() => moment, drainOutbox);
  await drain();
  const before = smtp.received.length;
  await done();
  await drain();
  return smtp.received.slice(before);
}

/** The one document there is beside those from before, with all its mails: who got them, and what the address did. */
async function documentMails(mails: readonly ReceivedMail[], locale: Locale) {
  const document = Object((await everything()).documents?.at(-1));
  const { number, kind, totalMinor, currency } = document;
  const subject = words(locale)('mail.notices.invoice_issued.subject', {
    kind,
    number,
    amount: formatMoney(locale, totalMinor, currency),
  });
  const own = mails.filter((mail) => mail.subject === subject);
  const mail = own.find(({ to: [address] }) => address === addresses[locale]);
  if (!mail) throw new Error(`Nothing was sent to ${addresses[locale]}`);
  return { document, mail, sentTo: own.flatMap((each) => each.to).sort() };
}

/** Whether it names a last day to pay. */
const asksToPay = ({ text }: ReceivedMail, locale: Locale) =>
  text.includes(words(locale)('mail.notices.facts.lastDayToPay'));

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
    expect(mail.text).toContain(words(locale)('mail.notices.invoice_issued.paid'));
    expect(asksToPay(mail, locale)).toBe(false);
    expect(mail.text).not.toContain('/billing/invoices/');
    expect(mail.attachments.map(({ filename }) => filename)).toEqual(['2026-00001.pdf', '2026-00001.xml']);
    const [pdf, xml] = mail.attachments.map(({ content }) => content);
    expect(pdf?.subarray(0, 5).toString()).toBe('%PDF-');
    expect(brokenRules(xml?.toString() ?? '')).toEqual([]);
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
  expect(mail.text).toContain(words('sv-SE')('mail.notices.invoice_issued.paid'));
  const others = mails.filter(({ subject }) => subject !== mail.subject);
  expect(others.map((receipt) => receipt.to.join())).toEqual(['maja.sandberg@nordlysbygg.example']);
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
    expect(mail.text).toContain(
      words(locale)('mail.notices.invoice_issued.credits', { count: 1, numbers: '2026-00002' }),
    );
    expect(asksToPay(mail, locale)).toBe(false);
    expect(mail.attachments.map(({ filename }) => filename)).toEqual([
      'credit-note-2026-00001.pdf',
      'credit-note-2026-00001.xml',
    ]);
    expect(mails.filter((each) => each.to.includes(addresses[locale]))).toEqual([mail]);
  },
);

test('all that is canceled is credited by a note for each invoice, each of them mailed', async () => {
  await tenLicenses();
  const soon = at('2026-11-02');
  requireAccepted(await change(to(14), soon));
  const mails = await mailsOf(async () => requireAccepted(await cancel(maja, subscriptionId, soon, 'now')), soon);
  const toAddress = mails.filter((mail) => mail.to.includes(addresses['sv-SE']));
  expect(toAddress.map(({ subject }) => subject.split(':')[0]).sort()).toEqual([
    'Kreditfaktura 2026-00001',
    'Kreditfaktura 2026-00002',
  ]);
});

test('a credit of what was not invoiced yet says that the next invoice has less', async () => {
  const johan = { by: 'johan-ekstrom', billingProfileId: 'nordlys-projects' };
  await tenLicenses(johan);
  const soon = at('2026-11-02');
  const done = () => cancel(scopeOf(johan.by), subscriptionId, soon, 'now').then(requireAccepted);
  const { mail } = await documentMails(await mailsOf(done, soon), 'sv-SE');
  expect(mail.text).toContain(words('sv-SE')('mail.notices.invoice_issued.creditsWaiting'));
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
  expect(mail.text).toContain(words('sv-SE')('mail.notices.invoice_issued.cardFailed'));
  expect(asksToPay(mail, 'sv-SE')).toBe(false);
  const others = mails.filter((each) => each.to.includes(addresses['sv-SE']) && each !== mail);
  expect(others.map((each) => asksToPay(each, 'sv-SE'))).toEqual([true]);
});
