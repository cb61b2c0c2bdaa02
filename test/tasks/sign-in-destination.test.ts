import { beforeEach, expect, test } from 'vitest';
import { read } from '@/db/client';
import { destinations } from '@/db/schema';
import { underClock } from '@/lib/server/clock';
import {
  destinationUrl,
  findDestination,
  keepDestination,
  keptOrNew,
  landingUrl,
} from '@/lib/server/sign-in/destination';
import { findOwnPath } from '@/lib/server/sign-in/own-path';
import { newDatabase } from '@/test/support/stress-folder';

beforeEach(async () => {
  await newDatabase();
});

const sv = { locale: 'sv-SE' } as const;
const guide = '/sv-SE/help/change-license-quantity?app=tallyworks';

async function keep(going: Parameters<typeof keepDestination>[0]): Promise<string> {
  const kept = await keepDestination(going);
  if (!kept.ok) throw new Error(kept.refusal);
  return kept.value;
}

test('the reader comes back to the guide, the app, the step and what was typed', async () => {
  const typed = { quantity: '14', note: 'två till' };
  const id = await keep({ ...sv, path: guide, anchor: 'choose-quantity', typed });
  const found = await findDestination(id);
  expect(found).toEqual({ locale: 'sv-SE', path: guide, anchor: 'choose-quantity', typed, personId: null });
  expect(found && destinationUrl(found, id)).toBe(`${guide}&kept=${id}#choose-quantity`);
});

test('without anything typed the address is the plain one, whatever it carried before', async () => {
  const id = await keep({ ...sv, path: `${guide}&kept=${'x'.repeat(43)}` });
  expect(await landingUrl('sv-SE', id, 'anna')).toBe(guide);
});

test('the id itself is not in the database', async () => {
  const id = await keep({ ...sv, path: guide });
  const [row] = await read((db) => db.select().from(destinations));
  expect(JSON.stringify(row)).not.toContain(id);
  expect(row?.idHash).toMatch(/^[0-9a-f]{64}$/);
});

test('after 30 minutes it is forgotten, and the next one sweeps it', async () => {
  const start = 1_800_000_000_000;
  const id = await underClock(
    () => start,
    () => keep({ ...sv, path: guide }),
  );
  expect(
    await underClock(
      () => start + 30 * 60_000 - 1,
      () => findDestination(id),
    ),
  ).toBeDefined();
  expect(
    await underClock(
      () => start + 30 * 60_000,
      () => findDestination(id),
    ),
  ).toBeUndefined();
  await underClock(
    () => start + 30 * 60_000,
    () => keep({ ...sv, path: guide }),
  );
  expect(await read((db) => db.$count(destinations))).toBe(1);
});

test('a living id is used again, an unknown or malformed one is not', async () => {
  const id = await keep({ ...sv, path: guide });
  expect(await keptOrNew(id, sv)).toEqual({ ok: true, value: id });
  for (const other of ['x'.repeat(43), '../etc', ''])
    expect(await keptOrNew(other, sv)).not.toMatchObject({ value: other });
});

test.each([
  ['too many fields', Object.fromEntries(Array.from({ length: 41 }, (_, n) => [`f${n}`, '1']))],
  ['too long a field', { note: 'x'.repeat(17_000) }],
  ['text that cannot be stored', { note: 'a\0b' }],
])('%s: the destination is kept without what was typed', async (_why, typed) => {
  const found = await findDestination(await keep({ ...sv, path: guide, typed }));
  expect(found).toMatchObject({ path: guide, typed: {} });
});

const off = [
  '//evil.example',
  '///evil.example/sv-SE/',
  '/\\evil.example',
  '\\\\evil.example',
  '/\t/evil.example',
  '/sv-SE/\n/evil.example',
  ' /sv-SE/help',
  'https://evil.example/sv-SE/help',
  'https:/sv-SE/help',
  'javascript:alert(1)',
  'sv-SE/help',
  '/sv-SE/..//evil.example',
  '/sv-SE/../api/auth/callback/oidc',
  '/sv-SE/%2e%2e/api/auth',
  '/sv-SE/%2f%2fevil.example',
  '/sv-SE/%5cevil.example',
  '/sv-SE//evil.example',
  '/sv-SE/help\0',
  '/sv-SE/help\u202e',
  '/xx-XX/help',
  '/sv-se/help',
  '/@evil.example/sv-SE',
  '/sv-SE/sign-in?to=/sv-SE/help',
  '/sv-SE/live/help',
  `/sv-SE/help?${'x'.repeat(2000)}`,
  '',
];

test.each(off)('%j leads nowhere but to the help home', async (path) => {
  expect(findOwnPath(path)).toBeUndefined();
  const id = await keep({ ...sv, path, anchor: 'x" onclick="' });
  expect(await landingUrl('sv-SE', id, 'anna')).toBe('/sv-SE/help');
});

test.each([
  ['/sv-SE/apps', '/sv-SE/apps'],
  ['/en-US/help/search?q=å&x=//y', '/en-US/help/search?q=%C3%A5&x=//y'],
  ['/sv-SE/help#step', '/sv-SE/help'],
  ['/sv-SE/help/./x/../apps', '/sv-SE/help/apps'],
])('%j is an own path', (path, own) => {
  expect(findOwnPath(path)?.path).toBe(own);
});
