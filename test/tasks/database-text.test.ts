import fc from 'fast-check';
import { expect, test } from 'vitest';
import { read, write } from '@/db/client';
import { demoMails } from '@/db/schema';
import { isStorableText } from '@/lib/domain/text';
import { newDatabase } from '@/test/support/stress-folder';

const save = (body: string) =>
  write(async (tx) => {
    await tx.delete(demoMails);
    await tx.insert(demoMails).values({ id: '1', recipient: 'r', subject: 's', body, locale: 'en-US', sentAt: 1 });
  });

test.each(['a\0b', '\0', 'a\ud800', '\udc00b', '\udc00\ud800'])('%j is refused', async (text) => {
  await newDatabase();
  expect(isStorableText(text)).toBe(false);
  await expect(save(text)).rejects.toMatchObject({ name: 'BadTextError', code: 'BAD_TEXT' });
});

test('any other text comes back as it was written', async () => {
  await newDatabase();
  const unit = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }), fc.constant('👩‍👧 Ωå\r\n'));
  await fc.assert(
    fc.asyncProperty(unit.filter(isStorableText), async (text) => {
      await save(text);
      expect(await read(async (db) => (await db.select().from(demoMails)).map(({ body }) => body))).toEqual([text]);
    }),
    { numRuns: 200 },
  );
});
