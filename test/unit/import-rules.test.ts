import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';

const task = 'app/[locale]/_tasks/change-license-quantity';
const location = z.object({ path: z.string(), start: z.object({ line: z.number() }) });
const report = z.object({
  diagnostics: z.array(z.object({ message: z.string(), location })),
});

/** File, what it imports, and how the advice begins. */
const refused: [string, string, string][] = [
  ['lib/domain/licenses.ts', 'node:fs', 'lib/domain is pure rules'],
  ['lib/domain/licenses.ts', 'zod', 'lib/domain is pure rules'],
  ['lib/domain/licenses.ts', '@/db/licenses', 'lib/domain is pure rules'],
  ['lib/domain/licenses.ts', '@/lib/env', 'lib/domain is pure rules'],
  ['lib/domain/licenses.ts', '../server/clock', 'lib/domain is pure rules'],
  ['db/licenses.ts', '@/lib/server/clock', 'db/ sees lib/domain and lib/env only'],
  ['db/licenses.ts', 'next/headers', 'db/ sees lib/domain and lib/env only'],
  ['lib/env.ts', '@/lib/server/clock', 'Settings stand below everything'],
  ['lib/ui/rail.tsx', '@/db/licenses', 'lib/ui and lib/i18n see lib/domain and each other only'],
  ['lib/i18n/negotiate.ts', '@/lib/server/session', 'lib/ui and lib/i18n see lib/domain and each other only'],
  ['lib/guides/load.ts', 'drizzle-orm', 'Only db/ knows SQL'],
  ['lib/server/outbox.ts', '@libsql/client', 'Only db/ knows SQL'],
  ['lib/server/outbox.ts', '@/db/scope-mint', 'Only the guard and the job runner make scopes'],
  ['lib/server/outbox.ts', '@/app/[locale]/layout', 'Nothing imports app/'],
  ['lib/server/outbox.ts', '@/lib/cli/build', 'lib/cli holds commands for operators'],
  ['lib/server/outbox.ts', '@/test/support/site', 'Tests import the code'],
  ['lib/server/outbox.ts', '../guides/load', 'Reach another folder by its full name'],
  ['lib/demo/seed.ts', 'drizzle-orm', 'Only db/ knows SQL'],
  ['lib/demo/publisher-portal/server.ts', '@/db/licenses', "This process stands for somebody else's machine"],
  ['lib/cli/start.ts', '@/app/page', 'Nothing imports app/'],
  ['proxy.ts', '@/app/page', 'Nothing imports app/'],
  ['proxy.ts', './app/page', 'Nothing imports app/'],
  ['app/[locale]/apps/page.tsx', 'drizzle-orm/sql', 'Only db/ knows SQL'],
  ['app/[locale]/apps/page.tsx', '@/db/schema', 'Only db/ knows SQL'],
  ['app/[locale]/apps/page.tsx', '@/db/scope-mint', 'Only the guard and the job runner make scopes'],
  ['app/[locale]/apps/page.tsx', 'next-auth', 'Ask lib/server/session'],
  ['app/[locale]/apps/page.tsx', '../help/page', 'Reach another folder by its full name'],
  ['app/[locale]/apps/page.tsx', 'next/navigation#notFound', 'notFound() leaves the page blank'],
  ['app/[locale]/help/page.tsx', 'next/navigation#notFound', 'notFound() leaves the page blank'],
  ['app/[locale]/help/page.tsx', `@/${task}/form`, 'Pages made at build hold no server action'],
  [`${task}/action.ts`, '../cancel-subscription/action', 'Tasks never import one another'],
  [`${task}/action.ts`, '@/app/[locale]/_tasks/cancel-subscription/action', 'Tasks never import one another'],
  [`${task}/action.ts`, 'next/navigation#notFound', 'notFound() leaves the page blank'],
  ['test/tasks/licenses.test.ts', '../support/site', 'Reach another folder by its full name'],
];

const allowed: [string, string][] = [
  ['lib/domain/licenses.ts', '@/lib/domain/money'],
  ['lib/domain/licenses.ts', './money'],
  ['lib/domain/licenses.ts', 'temporal-polyfill'],
  ['db/licenses.ts', 'drizzle-orm'],
  ['db/licenses.ts', '@/lib/domain/licenses'],
  ['db/client.ts', '@/lib/env'],
  ['lib/env.ts', '@/lib/kept-secret'],
  ['lib/ui/rail.tsx', '@/lib/i18n/formats'],
  ['lib/server/guard.ts', '@/db/scope-mint'],
  ['lib/server/jobs.ts', '@/db/scope-mint'],
  ['lib/server/session.ts', 'next-auth'],
  ['lib/demo/seed.ts', '@/db/scope-mint'],
  ['lib/demo/publisher-portal/server.ts', '@/lib/fulfilment/wire'],
  ['lib/cli/start.ts', '@/db/migrate'],
  ['proxy.ts', '@/lib/server/route'],
  ['proxy.ts', '@/db/sessions'],
  ['app/api/auth/[...nextauth]/route.ts', 'next-auth'],
  ['app/[locale]/live/help/page.tsx', `@/${task}/form`],
  ['app/[locale]/_tasks/registry.ts', './change-license-quantity/action'],
  ['app/[locale]/apps/page.tsx', 'next/navigation#redirect'],
  [`${task}/action.ts`, '@/db/licenses'],
  [`${task}/action.ts`, './form'],
  ['test/tasks/licenses.test.ts', `@/${task}/action`],
  ['test/tasks/stress.test.ts', '@libsql/client'],
];

const folder = mkdtempSync(join(tmpdir(), 'import-rules-'));
const planted = new Map<string, string[]>();
const advices = new Map<string, string[]>();

/** Every import stands on a line of its own, beside a copy of the configuration, so that one run of the linter judges all. */
beforeAll(() => {
  for (const [file, specifier] of [...refused, ...allowed]) {
    planted.set(file, [...(planted.get(file) ?? []), specifier]);
  }
  copyFileSync('biome.json', join(folder, 'biome.json'));
  for (const [file, specifiers] of planted) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), specifiers.map(importLine).join(''));
  }
  for (const { message, location } of lint()) {
    const key = `${location.path}: ${planted.get(location.path)?.[location.start.line - 1]}`;
    advices.set(key, [...(advices.get(key) ?? []), message]);
  }
});

afterAll(() => rmSync(folder, { recursive: true }));

describe('refused, with advice', () => {
  it.each(refused)('%s: %s', (file, specifier, advice) => {
    expect(advices.get(`${file}: ${specifier}`)).toContainEqual(expect.stringContaining(advice));
  });
});

describe('allowed', () => {
  it.each(allowed)('%s: %s', (file, specifier) => {
    expect(advices.get(`${file}: ${specifier}`)).toBeUndefined();
  });
});

function importLine(specifier: string): string {
  const [source, name = 'thing'] = specifier.split('#');
  return `import { ${name} } from '${source}';\n`;
}

function lint() {
  const biome = createRequire(import.meta.url).resolve('@biomejs/biome/bin/biome');
  const asked = ['lint', '--only=style/noRestrictedImports', '--reporter=json', '--max-diagnostics=none', '.'];
  const run = spawnSync(process.execPath, [biome, ...asked], { cwd: folder, encoding: 'utf8' });
  return report.parse(JSON.parse(run.stdout)).diagnostics;
}
