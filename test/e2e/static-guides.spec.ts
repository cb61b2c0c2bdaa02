import { GUIDES } from '@/lib/domain/guides/registry';
import { GUIDE_VIEWS } from '@/lib/domain/guides/views';
import { LOCALES } from '@/lib/i18n/locales';
import { expect, test } from '@/test/support/browser-test';
import { ASTRID, signInAs } from '@/test/support/people';

const paths = LOCALES.flatMap((locale) => [`/${locale}/help`, ...GUIDES.map(({ id }) => `/${locale}/help/${id}`)]);
const twins = GUIDE_VIEWS.map((view) => `/sv-SE/help/cancel-subscription?view=${view}`);

test('the pages for visitors carry no script and are the same for all, also after a restart', async ({
  site,
  playwright,
}) => {
  const read = async (path: string) => {
    const visitor = await playwright.request.newContext({ baseURL: site.origin });
    const answer = await visitor.get(path);
    const page = { status: answer.status(), headers: answer.headers(), html: await answer.text() };
    await visitor.dispose();
    return page;
  };
  const readAll = async () =>
    Object.fromEntries(await Promise.all([...paths, ...twins].map(async (path) => [path, await read(path)] as const)));
  const rounds = [await readAll(), await readAll()];
  await site.restart();
  rounds.push(await readAll(), await readAll());

  for (const round of rounds) {
    for (const [path, { status, headers, html }] of Object.entries(round)) {
      expect(status, path).toBe(200);
      expect(html.match(/<script(?! type="application\/ld\+json")/g), path).toBeNull();
      expect(html, path).not.toMatch(/rel="modulepreload"|as="script"| on[a-z]+="/);
      expect(headers['content-security-policy'], path).toContain("script-src 'none'");
      expect(headers['cache-control'], path).toBe('public, max-age=0, must-revalidate');
      expect(headers['set-cookie'], path).toBeUndefined();
      expect(html, path).toBe(rounds[0]?.[path]?.html);
      expect(headers.etag, path).toBe(rounds[0]?.[path]?.headers.etag);
    }
  }
});

test('a visitor who has the page is told that it is the same', async ({ request }) => {
  for (const path of paths) {
    const { etag = '' } = (await request.get(path)).headers();
    expect(etag, path).not.toBe('');
    const again = await request.get(path, { headers: { 'if-none-match': etag } });
    expect([again.status(), await again.text()], path).toEqual([304, '']);
  }
});

test('a browser shows them without a complaint', async ({ page }) => {
  for (const path of paths) {
    expect((await page.goto(path))?.status()).toBe(200);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  }
});

for (const locale of LOCALES) {
  test(`a reader gets pages of their own (${locale})`, async ({ page }) => {
    await signInAs(page, locale, ASTRID);
    const nonces = new Set<string>();
    const own = paths.filter((path) => path.startsWith(`/${locale}/`));
    for (const path of own) {
      const answer = await page.goto(path);
      const { 'cache-control': cache, 'content-security-policy': policy = '', etag } = answer?.headers() ?? {};
      expect(cache, path).toBe('private, no-store');
      expect(etag, path).toBeUndefined();
      nonces.add(/script-src 'nonce-([^']+)' 'strict-dynamic';/.exec(policy)?.[1] ?? '');
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    }
    expect([nonces.size, nonces.has('')]).toEqual([own.length, false]);
  });
}
