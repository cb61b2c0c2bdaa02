import { rmSync } from 'node:fs';
import { makeTemplate } from './site';

/** Seeds once for the whole run; every worker starts its site from a copy. */
export default async function globalSetup(): Promise<() => void> {
  const template = await makeTemplate();
  process.env.STEGVIS_TEST_TEMPLATE = template;
  return () => rmSync(template, { recursive: true });
}
