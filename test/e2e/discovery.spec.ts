import { API } from '@/lib/server/calls';
import { HANDLERS as ADDRESSES, PAGES } from '@/lib/server/pages';
import { expect, test } from '@/test/support/browser-test';
import { listBuiltActions, listBuiltPaths, listClientModules } from '@/test/support/build-manifests';
import { databaseHash, LEFT_BY_STRANGERS } from '@/test/support/database-hash';
import { comparePolicies } from '@/test/support/discovery';
import { bentReplies, boundForm, plainForm, scriptForm } from '@/test/support/forged-forms';
import { PUBLIC_ACTIONS } from '@/test/support/public-actions';
import type { Site } from '@/test/support/site';

const HANDLERS = [...ADDRESSES, ...API];

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
  const policies = [...PAGES, { path: '/payments', rendering: 'live', audience: 'reader', methods: ['GET'] } as const];
  expect(comparePolicies(listBuiltPaths(), policies, HANDLERS).unbuilt).toEqual(['page /[locale]/payments']);
});

test('no page ships the code of a form but that of passkeys, where there are some', () => {
  const everywhere = ['app/[locale]/_frame/failure-words.tsx', 'app/[locale]/error.tsx', 'lib/ui/submit-button.tsx'];
  const pages = listClientModules();
  expect(pages.find(({ page }) => page === '/[locale]/live/help/[guide]/page')?.modules).toEqual(everywhere);
  const own = pages.flatMap(({ page, modules }) =>
    modules.filter((name) => !everywhere.includes(name)).map((name) => `${page} ${name}`),
  );
  expect(own.sort()).toEqual([
    '/[locale]/account/page app/[locale]/_passkeys/with-passkeys.tsx',
    '/[locale]/account/page app/[locale]/account/add-passkey-form.tsx',
    '/[locale]/sign-in/again/page app/[locale]/_passkeys/passkey-form.tsx',
    '/[locale]/sign-in/again/page app/[locale]/_passkeys/with-passkeys.tsx',
    '/[locale]/sign-in/page app/[locale]/_passkeys/passkey-form.tsx',
    '/[locale]/sign-in/page app/[locale]/_passkeys/with-passkeys.tsx',
  ]);
});

test('every action refuses a visitor, whatever way its form is sent', async ({ site }) => {
  const actions = listBuiltActions();
  expect(actions.map(({ name }) => name)).toEqual(expect.arrayContaining(Object.keys(PUBLIC_ACTIONS)));
  const before = await databaseHash(site, LEFT_BY_STRANGERS);
  for (const { id, name, paths } of actions) {
    const open = PUBLIC_ACTIONS[name];
    for (const path of paths) {
      for (const fields of [{}, open ? { ...place, ...open } : plausible]) {
        const answers = [
          await send(site, path, scriptForm(fields), id),
          await send(site, path, plainForm(id, fields)),
          await send(site, path, boundForm(id, fields)),
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
  expect(await databaseHash(site, LEFT_BY_STRANGERS)).toBe(before);
});

test('an action that is given anything but a form answers, and does nothing', async ({ site }) => {
  const before = await databaseHash(site, LEFT_BY_STRANGERS);
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
  expect(await databaseHash(site, LEFT_BY_STRANGERS)).toBe(before);
});
