import { createHash } from 'node:crypto';
import { createClient } from '@libsql/client';
import { HANDLERS, PAGES } from '@/lib/server/pages';
import { expect, test } from '@/test/support/browser-test';
import { listBuiltActions, listBuiltPaths } from '@/test/support/build-manifests';
import { comparePolicies } from '@/test/support/discovery';
import { bentReplies, directForm, type FormFields, plainForm, scriptForm } from '@/test/support/forged-forms';
import type { Site } from '@/test/support/site';

/** Reviewed: they ask for no session, since they are how one begins and ends. None may change anything for a stranger. */
const PUBLIC: Readonly<Record<string, FormFields>> = {
  signOut: {},
  signOutEverywhere: {},
  signInAsDemoPerson: { personId: 'nobody' },
  sendMagicLink: { email: 'maja.sandberg@nordlysbygg.example' },
  confirmMagicLink: { token: 'x'.repeat(43) },
  askForPasskey: {},
  signInWithPasskey: { answer: '{}' },
};

const place = { locale: 'en-US', here: '/en-US/help/change-license-quantity', at: 'review' };
const plausible = {
  ...place,
  subscription: 'nordlys-tallyworks',
  act: 'change',
  quantity: '14',
  replacePlanned: 'no',
  version: '1',
  key: '6f9a3c52-3c0f-4f5e-9d35-0c9d3f5a6b10',
};

/** What a stranger may leave behind: where they were going, a link somebody must open and its mail, what a device is asked. */
const LEFT_BEHIND = ['destinations', 'magic_links', 'passkey_challenges', 'outbox_events', 'demo_mails'];

async function databaseHash({ dataFolder }: Site): Promise<string> {
  const client = createClient({ url: `file:${dataFolder}/stegvis.db` });
  const tables = await client.execute(`select name from sqlite_master where type = 'table' order by name`);
  const hash = createHash('sha256');
  for (const { name } of tables.rows) {
    if (LEFT_BEHIND.includes(String(name))) continue;
    const { rows } = await client.execute(`select * from "${name}" order by rowid`);
    hash.update(JSON.stringify([name, rows]));
  }
  client.close();
  return hash.digest('hex');
}

/** A form as a page of this site sends it, from a browser without a session. */
function send(site: Site, path: string, body: FormData, actionId?: string): Promise<Response> {
  const headers = { origin: site.origin, accept: actionId ? 'text/x-component' : 'text/html' };
  return fetch(`${site.origin}${path}`, {
    method: 'POST',
    redirect: 'manual',
    headers: actionId ? { ...headers, 'next-action': actionId } : headers,
    body,
  });
}

/** Where an answer leads, by status line or by what Next's script obeys; undefined when it leads nowhere. */
function targetOf(response: Response): string | undefined {
  const target = response.headers.get('location') ?? response.headers.get('x-action-redirect')?.split(';')[0];
  return target && new URL(target, 'http://own.invalid').pathname;
}

test('every page and handler of the build has a policy, and every policy a page or handler', () => {
  expect(comparePolicies(listBuiltPaths(), PAGES, HANDLERS)).toEqual({ unlisted: [], unbuilt: [] });
});

test('a page or handler that nobody listed is found, and so is a policy for none', () => {
  const planted = [...listBuiltPaths(), '/[locale]/payments/page', '/api/export/route', '/[locale]/apps/route'];
  expect(comparePolicies(planted, PAGES, HANDLERS).unlisted).toEqual([
    'page /[locale]/payments',
    'handler /api/export',
    'handler /[locale]/apps',
  ]);
  const policies = [...PAGES, { path: '/team', rendering: 'live', audience: 'reader', methods: ['GET'] } as const];
  expect(comparePolicies(listBuiltPaths(), policies, HANDLERS).unbuilt).toEqual(['page /[locale]/team']);
});

test('every action refuses a visitor, whatever way its form is sent', async ({ site }) => {
  const actions = listBuiltActions();
  expect(actions.map(({ name }) => name)).toEqual(expect.arrayContaining(Object.keys(PUBLIC)));
  const before = await databaseHash(site);
  for (const { id, name, paths } of actions) {
    const open = PUBLIC[name];
    for (const path of paths) {
      for (const fields of [{}, open ? { ...place, ...open } : plausible]) {
        const answers = [
          await send(site, path, scriptForm(fields), id),
          await send(site, path, plainForm(id, fields)),
          await send(site, path, directForm(id, fields)),
        ];
        for (const [way, answer] of answers.entries()) {
          const line = `${name} at ${path}, way ${way}, ${Object.keys(fields).length} fields: ${answer.status}`;
          expect(answer.status, line).toBeLessThan(500);
          expect(answer.headers.get('set-cookie') ?? '', line).not.toMatch(/stegvis=\w/);
          if (way === 2) expect(answer.status, line).toBe(400);
          else if (!open) expect(targetOf(answer), line).toBe('/en-US/sign-in');
          await answer.arrayBuffer();
        }
      }
    }
  }
  expect(await databaseHash(site)).toBe(before);
});

test('an action that is given anything but a form answers, and does nothing', async ({ site }) => {
  const before = await databaseHash(site);
  const failed: string[] = [];
  for (const {
    id,
    name,
    paths: [path = '/'],
  } of listBuiltActions()) {
    for (const [index, reply] of bentReplies().entries()) {
      const answer = await send(site, path, reply, id);
      if (answer.status >= 500) failed.push(`${name}: ${index}: ${answer.status}: ${reply.get('0')}`.slice(0, 100));
      await answer.arrayBuffer();
    }
  }
  expect(failed).toEqual([]);
  expect(await databaseHash(site)).toBe(before);
});
