import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { versionFloors } from '@/test/support/version-floors';

const versions = z.record(z.string(), z.string()).default({});
const manifest = z
  .object({ dependencies: versions, devDependencies: versions, optionalDependencies: versions })
  .parse(JSON.parse(readFileSync('package.json', 'utf8')));
const { packages } = z
  .object({ packages: z.record(z.string(), z.object({ version: z.string().optional() })) })
  .parse(JSON.parse(readFileSync('package-lock.json', 'utf8')));

describe('every installed copy is at or above its floor', () => {
  it.each(Object.entries(versionFloors))('%s %s', (name, atLeast) => {
    const installed = listInstalled(name);
    expect(installed).not.toEqual([]);
    expect(installed.filter((version) => isBelow(version, atLeast))).toEqual([]);
  });
});

describe('every dependency is one exact version, the one that is installed', () => {
  const all = { ...manifest.dependencies, ...manifest.devDependencies, ...manifest.optionalDependencies };
  it.each(Object.entries(all))('%s %s', (name, version) => {
    expect(version).toMatch(/^\d+\.\d+\.\d+(-[\w.]+)?$/);
    expect(packages[`node_modules/${name}`]?.version).toBe(version);
  });
});

it.each([
  ['16.3.2', '16.3.3', true],
  ['16.3.3', '16.3.3', false],
  ['16.10.0', '16.3.3', false],
  ['15.9.9', '16.3.3', true],
  ['16.3.3-canary.1', '16.3.3', true],
  ['16.4.0-canary.1', '16.3.3', false],
])('%s below %s: %s', (version, floor, expected) => {
  expect(isBelow(version, floor)).toBe(expected);
});

function listInstalled(name: string): string[] {
  const copies = Object.entries(packages).filter(([path]) => path.endsWith(`node_modules/${name}`));
  return copies.flatMap(([, { version }]) => version ?? []);
}

/** A pre-release of the floor itself is below it. */
function isBelow(version: string, floor: string): boolean {
  const [numbers = '', preRelease] = version.split('-', 2);
  const order = numbers.localeCompare(floor, 'en', { numeric: true });
  return order < 0 || (order === 0 && preRelease !== undefined);
}
