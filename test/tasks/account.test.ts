import { beforeEach, expect, test } from 'vitest';
import { chooseNotifications, endOneSession, saveDetails } from '@/app/[locale]/account/action';
import { write } from '@/db/client';
import { listReceiptRecipients } from '@/db/colleagues';
import { listOwnSessions } from '@/db/sessions';
import { scopeOf } from '@/lib/demo/seed/people';
import { personScopeOf } from '@/lib/server/guard';
import type { Session } from '@/lib/server/session';
import { findSessionOfToken, recordTokenSession, sessionLimits } from '@/lib/server/sign-in/session-token';
import { at, everything, listActs, newDemoDatabase, requireAccepted } from '@/test/support/database';
import { formOf, signIn, submit } from '@/test/support/submit';

const now = at('2026-11-22');
const place = { locale: 'sv-SE', here: '/sv-SE/account', at: 'sessions' };

let maja: Session;

beforeEach(async () => {
  await newDemoDatabase();
  maja = await signIn('maja-sandberg', now);
});

const details = (fields: object) => formOf({ ...place, name: 'Maja Sandberg', language: '', timeZone: '', ...fields });

test('own details are saved as they are meant, told to the organization, and shown in the language chosen', async () => {
  const data = details({ name: '  Maja   Å ', language: 'en-US', timeZone: 'Asia/Tokyo' });
  expect(await submit(saveDetails, data, { session: maja, now })).toEqual({
    goTo: '/en-US/account?notice=details_saved#sessions',
  });
  const after = await signIn('maja-sandberg', now);
  expect(after).toMatchObject({ name: 'Maja Å', locale: 'en-US', timeZone: 'Asia/Tokyo' });
  expect((await everything()).audit_entries?.at(-1)).toMatchObject({
    act: 'change_own_details',
    organizationId: 'nordlys',
    personId: 'maja-sandberg',
    before: { name: 'Maja Sandberg', locale: null, timeZone: null },
    after: { name: 'Maja Å', locale: 'en-US', timeZone: 'Asia/Tokyo' },
  });
  await submit(saveDetails, data, { session: maja, now });
  expect(await listActs()).toEqual(['change_own_details']);
});

test.each([
  [{ name: ' ' }, 'name', 'name_missing'],
  [{ name: 'x'.repeat(101) }, 'name', 'name_too_long'],
  [{ name: 'Maja\nSandberg' }, 'name', 'name_malformed'],
  [{ name: 'Maja \u202Egrebdnas' }, 'name', 'name_malformed'],
  [{ language: 'sv' }, 'language', 'locale_unknown'],
  [{ timeZone: 'Mars/Olympus' }, 'timeZone', 'time_zone_unknown'],
])('%j comes back at its field and changes nothing', async (fields, field, code) => {
  const before = await everything();
  expect(await submit(saveDetails, details(fields), { session: maja, now })).toMatchObject({
    errors: [{ field, code }],
    typed: fields,
  });
  expect(await everything()).toEqual(before);
});

test('a session ends at once, and only one’s own', async () => {
  const begin = (personId: string) => write((tx) => recordTokenSession(tx, personId, now, undefined, 'Firefox/140'));
  const elsewhere = requireAccepted(await begin('maja-sandberg'));
  const foreign = requireAccepted(await begin('eleni-papadaki'));
  const idOf = async (token: string) => (await findSessionOfToken(token, now))?.id ?? '';
  const end = (session: string) => submit(endOneSession, formOf({ ...place, session }), { session: maja, now });
  expect(await listOwnSessions(personScopeOf(maja), sessionLimits(now))).toHaveLength(2);
  const theirs = await idOf(foreign);
  for (const unknown of [theirs, '6f9a3c52-3c0f-4f5e-9d35-0c9d3f5a6b10']) {
    expect(await end(unknown)).toMatchObject({ errors: [{ code: 'not_found' }] });
  }
  expect(await end(await idOf(elsewhere))).toEqual({ goTo: '/sv-SE/account?notice=session_ended#sessions' });
  expect(await findSessionOfToken(elsewhere, now)).toBeUndefined();
  expect(await findSessionOfToken(foreign, now)).toBeDefined();
});

const recipients = async () =>
  (await listReceiptRecipients(scopeOf('maja-sandberg'), 'nordlys-office')).map(({ email }) => email);
const choose = (session: Session, fields: object) =>
  submit(chooseNotifications, formOf({ ...place, ...fields }), { session, now });
const saved = { goTo: '/sv-SE/account?notice=notifications_saved#sessions' };

test('receipts of what others do are sent to those who asked for them, while they have the role', async () => {
  const usual = ['maja.sandberg@nordlysbygg.example', 'faktura@nordlysbygg.example'];
  expect(await recipients()).toEqual(usual);
  const karin = await signIn('karin-holm', now);
  const shown = { 'shown:nordlys-office': 'yes' };
  expect(await choose(karin, { ...shown, 'receipts_of_others:nordlys-office': 'on' })).toEqual(saved);
  expect(await recipients()).toEqual([usual[0], 'karin.holm@nordlysbygg.example', usual[1]]);
  expect(await choose(karin, {})).toEqual(saved);
  expect(await recipients()).toHaveLength(3);
  expect(await choose(karin, shown)).toEqual(saved);
  expect(await recipients()).toEqual(usual);
  expect(await listActs()).toEqual(['choose_notifications', 'choose_notifications']);
});

test.each([
  { 'shown:kymata-head-office': 'yes' },
  { 'receipts_of_others:nordlys-projects': 'on' },
  { 'payment_trouble:nordlys-office': 'on' },
  { personId: 'astrid-lindqvist' },
])('%j is none of the person’s own choices', async (fields) => {
  const karin = await signIn('karin-holm', now);
  const before = await everything();
  expect(await choose(karin, fields)).toMatchObject({ errors: [{ code: 'not_found' }] });
  expect(await everything()).toEqual(before);
});

test('a person of no organization looks after their account, and nobody is told', async () => {
  const alone = { ...(await signIn('oskar-berglund', now)), organization: undefined };
  expect(await submit(saveDetails, details({ name: 'Oskar B' }), { session: alone, now })).toHaveProperty('goTo');
  expect(await listActs()).toEqual([]);
});
