import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { AGREEMENT_HASHES, AGREEMENT_VERSION } from '@/lib/domain/agreement';
import { createValues } from '@/lib/guides/values';
import { LOCALES, type Locale } from '@/lib/i18n/locales';

/** The section as a reader is shown it, each number printed; how the lines are broken counts for nothing. */
function agreementIn(locale: Locale): string {
  const guide = readFileSync(`messages/${locale}/guides/buy-again.md`, 'utf8');
  const [, section = ''] = /\{% section id="customer-agreement" %\}(.*?)\{% \/section %\}/s.exec(guide) ?? [];
  const print = createValues(locale, JSON.parse(readFileSync(`messages/${locale}/ui.json`, 'utf8')));
  const said = section.replaceAll(/\{% value "(\w+)" \/%\}/g, (_, name: string) => print(name));
  return said.replaceAll(/\s+/gu, ' ').trim();
}

it.each(LOCALES)('%s: the words of the customer agreement are those of its version', (locale) => {
  const text = agreementIn(locale);
  expect(text).toContain(AGREEMENT_VERSION);
  expect(
    createHash('sha256').update(text).digest('hex'),
    'other words, or other numbers, are another agreement: give it a new version with hashes of its own',
  ).toBe(AGREEMENT_HASHES[AGREEMENT_VERSION]?.[locale]);
});
