import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { read, write } from '@/db/client';
import { type OutboxEvent, recordOutboxEvents } from '@/db/outbox';
import { demoMails, outboxEvents } from '@/db/schema';
import type { Locale } from '@/lib/i18n/locales';
import { underClock } from '@/lib/server/clock';
import { drainOutbox } from '@/lib/server/jobs/outbox';
import { retryDelayMs } from '@/lib/server/jobs/retry-delay';
import { requestMagicLink } from '@/lib/server/sign-in/magic-link';
import { newSecretToken } from '@/lib/server/sign-in/secret-token';
import enUS from '@/messages/en-US/ui.json';
import svSE from '@/messages/sv-SE/ui.json';
import { savePeople } from '@/test/support/sign-in-people';
import { startSmtpServer, type TestSmtpServer } from '@/test/support/smtp-server';
import { newDatabase } from '@/test/support/stress-folder';

const MINUTE = 60_000;
const start = 1_800_000_000_000;
const email = 'anna@nordlys.example';
const destinationId = newSecretToken();

let smtp: TestSmtpServer;

beforeAll(async () => {
  smtp = await startSmtpServer();
  const env = {
    STEGVIS_MODE: 'demo',
    PORT: '4321',
    AUTH_SECRET: 'an example of 32 bytes, never used',
    PAYMENT_PAGE_SECRET: 'another of 32 bytes, never used, too',
    ...smtp.env,
  };
  for (const [name, value] of Object.entries(env)) vi.stubEnv(name, value);
});

afterAll(async () => {
  vi.unstubAllEnvs();
  await smtp.stop();
});

beforeEach(async () => {
  await newDatabase();
  await savePeople();
  await smtp.stop();
  smtp = await startSmtpServer(smtp.port);
});

const at = <T>(moment: number, run: () => Promise<T>) => underClock(() => moment, run);
const ask = (locale: Locale = 'sv-SE', to = email) =>
  at(start, () => requestMagicLink({ email: to, locale, destinationId }));
const drain = (moment = start) => at(moment, drainOutbox);
const listEvents = () => read((db) => db.select().from(outboxEvents));
const listDemo = () => read((db) => db.select().from(demoMails));

test.each([
  ['sv-SE', svSE],
  ['en-US', enUS],
] as const)('the link is sent in %s, names the reader and leads to the confirm page', async (locale, messages) => {
  await ask(locale);
  await drain();
  const mail = await smtp.nextTo(email);
  expect(mail.subject).toBe(messages.mail.magicLink.subject);
  expect(mail.text.split('\n')[0]).toBe(messages.mail.hello.replace('{name}', 'Anna Berg'));
  expect(mail.text).toMatch(
    new RegExp(`^http://localhost:4321/${locale}/sign-in/confirm\\?token=[\\w-]{43}&kept=${destinationId}$`, 'm'),
  );
  expect(mail.html).toContain(`lang="${locale}"`);
  const [link = ''] = /http\S+/.exec(mail.text) ?? [];
  expect(mail.html.replaceAll('&amp;', '&')).toContain(`href="${link}"`);
  expect(mail.header('list-unsubscribe')).toBe('');
  for (const written of [mail.text, mail.html.replace(/<style>[^<]*<.style>/, '')]) expect(written).not.toContain('{');
});

test('a server that is down gets the message once when it is up again', async () => {
  await ask();
  await smtp.stop();
  await drain();
  const [failed] = await listEvents();
  expect(failed).toMatchObject({ attempts: 1, deliveredAt: null, lastError: 'ESOCKET' });
  expect(failed?.dueAt).toBeGreaterThan(start);
  smtp = await startSmtpServer(smtp.port);
  await drain();
  expect(smtp.received).toHaveLength(0);
  await drain(start + MINUTE);
  await drain(start + 2 * MINUTE);
  expect(smtp.received).toHaveLength(1);
  expect(await listEvents()).toMatchObject([{ attempts: 2, deliveredAt: start + MINUTE, lastError: null }]);
});

test('the link is blanked in the outbox once it is sent, and the message carries the id of its event', async () => {
  await ask();
  const [before] = await listEvents();
  expect(JSON.stringify(before?.payload)).toContain('token=');
  await drain();
  expect(await listEvents()).toMatchObject([{ payload: {}, deliveredAt: start }]);
  expect((await smtp.nextTo(email)).messageId).toBe(`<${before?.id}@localhost>`);
});

test('ten looks at once send it once', async () => {
  await ask();
  await Promise.all(Array.from({ length: 10 }, () => drain()));
  expect(smtp.received).toHaveLength(1);
});

test('more than one batch is sent in one go, and a call during a run is not lost', async () => {
  for (let n = 0; n < 12; n += 1) await at(start + n, () => ask('en-US', n % 2 ? email : 'nikos@kyma.example'));
  const running = drain(start + MINUTE);
  await ask('en-US', 'rut@nowhere.example');
  await Promise.all([running, drain(start + MINUTE)]);
  expect((await listEvents()).every(({ deliveredAt }) => deliveredAt !== null)).toBe(true);
  expect(smtp.received.map(({ to }) => to[0])).toContain('rut@nowhere.example');
});

const anna = { to: email, locale: 'sv-SE', name: 'Anna Berg' };
const granted = { told: 'role_granted', organization: 'Nordlys', role: 'owner', by: 'Nikos' } as const;
const told: OutboxEvent = { kind: 'member_mail', payload: { ...anna, ...granted } };
const tell = (times: number, recordedAt: number) =>
  write((tx) => recordOutboxEvents(tx, Array<OutboxEvent>(times).fill(told), recordedAt));

test('what was tried is given up after five days; what never could be is sent however late', async () => {
  await tell(1, start);
  await smtp.stop();
  await drain();
  await tell(2, start);
  smtp = await startSmtpServer(smtp.port);
  const later = start + 6 * 24 * 60 * MINUTE;
  await drain(later);
  expect(smtp.received).toHaveLength(2);
  expect((await listEvents()).map(({ deliveredAt, lastError }) => [deliveredAt, lastError])).toEqual([
    [null, 'ESOCKET'],
    [later, null],
    [later, null],
  ]);
});

test('a link that somebody waits for does not wait behind the mails of a whole month', async () => {
  await tell(12, start - MINUTE);
  await ask();
  await drain();
  expect(smtp.received).toHaveLength(13);
  expect(smtp.received.slice(0, 10).map(({ subject }) => subject)).toContain(svSE.mail.magicLink.subject);
});

test('an address that belongs to nobody gets no message', async () => {
  await ask('sv-SE', 'nobody@elsewhere.example');
  await drain();
  expect(smtp.received).toHaveLength(0);
  expect(await listEvents()).toMatchObject([{ deliveredAt: start, lastError: 'nobody', payload: {} }]);
});

test('a link that is too old by then is not sent', async () => {
  await ask();
  await drain(start + 10 * MINUTE);
  expect(smtp.received).toHaveLength(0);
  expect(await listEvents()).toMatchObject([{ lastError: 'expired', payload: {} }]);
});

test('in demo mode the message lies in the demo mailbox, too, once', async () => {
  await ask();
  await drain();
  const [event] = await listEvents();
  expect(await listDemo()).toMatchObject([
    { id: event?.id, recipient: email, subject: svSE.mail.magicLink.subject, locale: 'sv-SE' },
  ]);
});

test.each([
  [1, 0, 2_500],
  [1, 0.5, 5_000],
  [2, 0.5, 10_000],
  [5, 0.5, 80_000],
  [30, 0.5, 3_600_000],
  [30, 0, 1_800_000],
])('after %i attempts and with chance %d the next one comes in %i ms', (attempts, random, delayMs) => {
  expect(retryDelayMs(attempts, random)).toBe(delayMs);
});
