import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { listScriptTraces, stripScripts, withoutScripts } from '@/lib/cli/strip-scripts';
import { GUIDES } from '@/lib/domain/guides/registry';
import { GUIDE_VIEWS } from '@/lib/domain/guides/views';
import { LOCALES } from '@/lib/i18n/locales';

const jsonLd = '<script type="application/ld+json">{"@type":"TechArticle"}</script>';
const font = '<link rel="preload" href="/f.woff2" as="font" crossorigin=""/>';
const scripts =
  '<link rel="preload" as="script" fetchPriority="low" href="/a.js"/><link rel="modulepreload" href="/b.js"/>' +
  '<script src="/a.js" async=""></script><script>self.__next_f.push([1,"<p>"])</script><script id="_R_"\n>1</script>';
const page = `<html><head>${scripts}${font}</head><body><p>on = text</p>${jsonLd}${scripts}</body></html>`;
const clean = `<html><head>${font}</head><body><p>on = text</p>${jsonLd}</body></html>`;

it('takes out scripts and their preloads, and leaves everything else', () => {
  expect(withoutScripts(page)).toBe(clean);
});

it.each([
  [clean, []],
  ['<script src="/a.js">', ['a script']],
  ['<SCRIPT>1</SCRIPT>', ['a script']],
  ['<link href="/a.js" as="script" rel="preload">', ['a script preload']],
  ['<body onload="go()">', ['an inline event handler']],
])('finds what is left in %s', (html, traces) => {
  expect(listScriptTraces(html)).toEqual(traces);
});

describe('a build', () => {
  const routes = LOCALES.flatMap((locale) =>
    [
      '',
      ...GUIDES.flatMap(({ id }) => ['', ...GUIDE_VIEWS.map((view) => `/${view}`)].map((end) => `/${id}${end}`)),
    ].map((end) => `/${locale}/help${end}`),
  );

  it('loses the scripts of every guide, their headers and the copies of an earlier start', () => {
    const folder = plantBuild(routes);
    expect(stripScripts(folder)).toBe(0);
    for (const route of routes) expect(readFileSync(join(folder, 'server/app', `${route}.html`), 'utf8')).toBe(clean);
    expect(JSON.parse(readFileSync(join(folder, 'server/app', `${routes[0]}.meta`), 'utf8'))).toEqual({
      headers: { 'x-next': '1' },
      status: 200,
    });
    expect(existsSync(join(folder, 'server/route-cache'))).toBe(false);
    expect(readFileSync(join(folder, 'server/app/other.html'), 'utf8')).toBe(page);
  });

  it('fails and names the guide that was not made', () => {
    const folder = plantBuild(routes.slice(1));
    const said = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    onTestFinished(() => said.mockRestore());
    expect(stripScripts(folder)).toBe(1);
    expect(said).toHaveBeenCalledExactlyOnceWith(expect.stringMatching(/help\.html: not made at build$/));
  });
});

function plantBuild(routes: string[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'strip-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  write(
    'prerender-manifest.json',
    JSON.stringify({ routes: Object.fromEntries([...routes, '/other'].map((route) => [route, {}])) }),
  );
  write('server/route-cache/old.html', page);
  write('server/app/other.html', page);
  for (const route of routes) {
    write(`server/app${route}.html`, page);
    write(
      `server/app${route}.meta`,
      JSON.stringify({ headers: { link: '</a.js>; rel=preload', 'x-next': '1' }, status: 200 }),
    );
  }
  return folder;
}
