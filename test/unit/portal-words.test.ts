import { describe, expect, it } from 'vitest';
import { html } from '@/lib/demo/html';
import en from '@/lib/demo/publisher-portal/messages/en.json' with { type: 'json' };
import sv from '@/lib/demo/publisher-portal/messages/sv.json' with { type: 'json' };
import { chooseLanguage, fill } from '@/lib/demo/publisher-portal/words';

/** Every message with its place, and the values it asks for. */
function listNeeds(messages: object, place = ''): string[] {
  return Object.entries(messages).flatMap(([key, value]) =>
    typeof value === 'string'
      ? [`${place}${key} ${(value.match(/\{\w+\}/g) ?? []).sort().join(' ')}`]
      : listNeeds(value, `${place}${key}.`),
  );
}

describe('the sample portal’s words', () => {
  it('are there in both languages, with the same values', () => {
    expect(listNeeds(sv)).toEqual(listNeeds(en));
  });

  it.each([
    [undefined, 'en'],
    ['', 'en'],
    ['sv-SE,sv;q=0.9,en;q=0.8', 'sv'],
    ['en-US,en;q=0.9,sv;q=0.8', 'en'],
    ['de, sv;q=0.3', 'sv'],
    ['de, en;q=0.2, sv;q=0.3', 'sv'],
    ['sv;q=0', 'en'],
    [';;q=,,', 'en'],
  ] as const)('for %j are in %s', (header, language) => {
    expect(chooseLanguage(header)).toBe(language);
  });

  it('take in what is typed as text', () => {
    expect(fill('{a} and {b} {a}', { a: '{b}', b: 2 })).toBe('{b} and 2 {b}');
    expect(html`<p title="${'"\'<&>'}">${html`<b>${1}</b>`}${undefined}</p>`.text).toBe(
      '<p title="&#34;&#39;&#60;&#38;&#62;"><b>1</b></p>',
    );
  });
});
