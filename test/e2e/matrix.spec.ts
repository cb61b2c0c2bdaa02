import { runMatrix } from '@/test/matrix/run';
import { expect, requireTemplate, test } from '@/test/support/browser-test';
import { startSite } from '@/test/support/site';

test('nobody reads or does what is not theirs, whatever they send', async () => {
  const site = await startSite({ template: requireTemplate() });
  const { cases, failures } = await runMatrix(site, (_role, id) => id === 'own' || id === 'foreign');
  await site.stop();
  expect(failures).toEqual([]);
  expect(cases).toBeGreaterThan(60);
});
