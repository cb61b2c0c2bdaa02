import { expect, test } from 'vitest';
import { parseEmail } from '@/lib/domain/email-address';

test.each([
  ['anna@nordlys.example', 'anna@nordlys.example'],
  ['  Anna.Berg+apps@Nordlys.Example \n', 'anna.berg+apps@nordlys.example'],
  ['ａｎｎａ＠nordlys.example', 'anna@nordlys.example'],
  ['åsa@företag.example', 'åsa@företag.example'],
  ["o'neil@a-b.c1.example", "o'neil@a-b.c1.example"],
])('%j is stored as %j', (typed, email) => {
  expect(parseEmail(typed)).toEqual({ ok: true, value: email });
});

test.each([
  ['', 'email_missing'],
  ['   ', 'email_missing'],
  ['anna', 'email_malformed'],
  ['anna@', 'email_malformed'],
  ['@nordlys.example', 'email_malformed'],
  ['anna@nordlys', 'email_malformed'],
  ['anna@@nordlys.example', 'email_malformed'],
  ['anna@evil.example＠nordlys.example', 'email_malformed'],
  ['anna@nordlys.example,eve@evil.example', 'email_malformed'],
  ['"anna@evil.example"@nordlys.example', 'email_malformed'],
  ['anna@nordlys.example\r\nBcc: eve@evil.example', 'email_malformed'],
  ['an na@nordlys.example', 'email_malformed'],
  ['.anna@nordlys.example', 'email_malformed'],
  ['anna.@nordlys.example', 'email_malformed'],
  ['an..na@nordlys.example', 'email_malformed'],
  ['anna@-nordlys.example', 'email_malformed'],
  ['anna@nordlys..example', 'email_malformed'],
  ['anna@[127.0.0.1]', 'email_malformed'],
  ['anna\0@nordlys.example', 'email_malformed'],
  [`${'a'.repeat(65)}@nordlys.example`, 'email_malformed'],
  [`anna@${'a.'.repeat(130)}example`, 'email_too_long'],
])('%j is refused: %s', (typed, refusal) => {
  expect(parseEmail(typed)).toEqual({ ok: false, refusal });
});
