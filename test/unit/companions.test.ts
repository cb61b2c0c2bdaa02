import { expect, test } from 'vitest';
import { startCompanion, startCompanions, stopCompanions } from '@/lib/cli/companions';
import { paymentPageCompanion } from '@/lib/cli/demo-companions';
import { findFreePort } from '@/test/support/site';

const secret = 'only-for-tests-zyxwvutsrqponmlkjihgfedcba';
const pageAt = (port: number) => paymentPageCompanion({ port, origin: `http://localhost:${port}`, secret });

test('a companion answers once it is started, and no more once it is stopped', async () => {
  const companion = pageAt(await findFreePort());
  const running = await startCompanion(companion);
  expect((await fetch(`${companion.address}/setup-sessions`)).status).toBe(401);
  await running.stop();
  await expect(fetch(companion.address)).rejects.toThrow();
});

test('one that cannot be started is named, and takes the others with it', async () => {
  const [fine, missing] = [
    pageAt(await findFreePort()),
    { ...pageAt(1), name: 'Nothing', file: 'lib/domain/outcome.ts' },
  ];
  await expect(startCompanions([fine, missing])).rejects.toThrow(/^Nothing ended with 0 before it answered/);
  await expect(fetch(fine.address)).rejects.toThrow();
});

test('all of them start and stop together', async () => {
  const companions = [pageAt(await findFreePort()), pageAt(await findFreePort())];
  const running = await startCompanions(companions);
  for (const { address } of companions) expect((await fetch(address)).status).toBe(404);
  await stopCompanions(running);
  for (const { address } of companions) await expect(fetch(address)).rejects.toThrow();
});
