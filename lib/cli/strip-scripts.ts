import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { GUIDES } from '@/lib/domain/guides/registry';
import { GUIDE_VIEWS } from '@/lib/domain/guides/views';
import { LOCALES } from '@/lib/i18n/locales';

const manifest = z.object({ routes: z.record(z.string(), z.unknown()) });
const meta = z.object({ headers: z.record(z.string(), z.unknown()).optional() }).loose();
const helpRoute = /^\/[^/]+\/help(\/.*)?$/;

const script = /<script\b(?![^>]*\btype=(["'])application\/ld\+json\1)[^>]*>[\s\S]*?<\/script\s*>/gi;
const link = /<link\b[^>]*>/gi;
const scriptLink = /\brel=(["'])modulepreload\1|\bas=(["'])script\2/i;
const anyScript = /<script\b(?![^>]*\btype=(["'])application\/ld\+json\1)/i;
const inlineHandler = /<[a-z][^<>]*\son[a-z]+\s*=/i;

/** Takes every script but JSON-LD, and every script preload, out of one page. */
export function withoutScripts(html: string): string {
  return html.replace(script, '').replace(link, (tag) => (scriptLink.test(tag) ? '' : tag));
}

/** Names what would still run or load a script in one page. */
export function listScriptTraces(html: string): string[] {
  return [
    ...(anyScript.test(html) ? ['a script'] : []),
    ...((html.match(link) ?? []).some((tag) => scriptLink.test(tag)) ? ['a script preload'] : []),
    ...(inlineHandler.test(html) ? ['an inline event handler'] : []),
  ];
}

/**
 * Strips the guides made at build in a `.next` folder, then checks every locale and guide. Answers an exit code.
 * Runs before the first start: a started server has copied pages to `route-cache`, which then wins over ours.
 */
export function stripScripts(folder: string): number {
  const routes = Object.keys(manifest.parse(readJson(join(folder, 'prerender-manifest.json'))).routes);
  const files = routes
    .filter((route) => helpRoute.test(route))
    .map((route) => join(folder, 'server/app', route))
    .filter((file) => existsSync(`${file}.html`));
  for (const file of files) {
    writeFileSync(`${file}.html`, withoutScripts(readFileSync(`${file}.html`, 'utf8')));
    if (existsSync(`${file}.meta`)) writeFileSync(`${file}.meta`, withoutLinkHeader(readJson(`${file}.meta`)));
  }
  rmSync(join(folder, 'server/route-cache'), { recursive: true, force: true });
  const faults = [...new Set([...files, ...expectedFiles(folder)])].flatMap(listFaults);
  for (const fault of faults) console.error(fault);
  if (faults.length === 0) console.log(`  ${files.length} pages without a script`);
  return faults.length === 0 ? 0 : 1;
}

function expectedFiles(folder: string): string[] {
  const pages = ['help', ...GUIDES.map(({ id }) => `help/${id}`)];
  const twins = GUIDES.flatMap(({ id }) => GUIDE_VIEWS.map((view) => `help/${id}/${view}`));
  return LOCALES.flatMap((locale) => [...pages, ...twins].map((page) => join(folder, 'server/app', locale, page)));
}

function listFaults(file: string): string[] {
  if (!existsSync(`${file}.html`)) return [`${file}.html: not made at build`];
  const header = existsSync(`${file}.meta`) ? meta.parse(readJson(`${file}.meta`)).headers?.link : undefined;
  const traces = listScriptTraces(readFileSync(`${file}.html`, 'utf8'));
  return [...traces, ...(header ? ['a preload header'] : [])].map((trace) => `${file}.html: ${trace} is left`);
}

/** Next sends preloads of scripts as a `Link` header too. */
function withoutLinkHeader(content: unknown): string {
  const { headers = {}, ...rest } = meta.parse(content);
  const { link: _link, ...kept } = headers;
  return JSON.stringify({ ...rest, headers: kept });
}

function readJson(file: string): unknown {
  return JSON.parse(readFileSync(file, 'utf8'));
}
