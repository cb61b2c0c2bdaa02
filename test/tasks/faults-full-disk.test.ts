import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { write } from '@/db/client';
import { at, everything, requireAccepted, review } from '@/test/support/database';
import { change, confirm, maja, subscriptionId, takeBack, tenLicenses, to } from '@/test/support/ten-licenses';

/** The file may not grow by a page until a write has met that: its connection is then made anew. */
const fillDisk = () => write((tx) => tx.run(sql`pragma max_page_count = 1`));

test('the disk is full while a document is issued: nothing is half done, and no number is lost', async () => {
  await tenLicenses();
  requireAccepted(await change(to(14)));
  const on = at('2026-11-25');
  const key = await review(maja, subscriptionId, takeBack, on);
  const before = await everything();
  requireAccepted(await fillDisk());
  expect(await confirm(maja, { key, wish: takeBack, now: on })).toEqual({ ok: false, refusal: 'busy' });
  expect(await everything()).toEqual(before);

  requireAccepted(await confirm(maja, { key, wish: takeBack, now: on }));
  const all = await everything();
  expect(all.documents?.at(-1)).toMatchObject({ kind: 'credit_note', number: '2026-00001' });
  expect(all.document_numbers).toEqual(
    expect.arrayContaining([
      { kind: 'invoice', year: 2026, lastNumber: 2 },
      { kind: 'credit_note', year: 2026, lastNumber: 1 },
    ]),
  );
});
