import { describe, expect, it } from 'vitest';
import { listChanges } from '@/lib/domain/notifications';
import { parsePasskeyName } from '@/lib/domain/passkey-name';
import { stepUpReasonOf } from '@/lib/domain/step-up';
import { isTimeZone, listTimeZones } from '@/lib/domain/time-zones';
import { deviceOf } from '@/lib/domain/user-agent';
import { formatTimeZone } from '@/lib/i18n/formats';

const mozilla = 'Mozilla/5.0';
const webkit = 'AppleWebKit/537.36 (KHTML, like Gecko)';

describe('a browser is told by what it calls itself', () => {
  it.each([
    [`${mozilla} (Windows NT 10.0; Win64; x64) ${webkit} Chrome/142.0.0.0 Safari/537.36`, 'Chrome', 'Windows'],
    [`${mozilla} (Windows NT 10.0) ${webkit} Chrome/142.0.0.0 Safari/537.36 Edg/142.0.0.0`, 'Edge', 'Windows'],
    [`${mozilla} (Windows NT 10.0) ${webkit} Chrome/142.0.0.0 Safari/537.36 OPR/120.0`, 'Opera', 'Windows'],
    [`${mozilla} (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0`, 'Firefox', 'Linux'],
    [
      `${mozilla} (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 Version/18.4 Safari/605.1.15`,
      'Safari',
      'macOS',
    ],
    [
      `${mozilla} (iPhone; CPU iPhone OS 18_4 like Mac OS X) AppleWebKit/605.1.15 Version/18.4 Mobile/15E148 Safari/604.1`,
      'Safari',
      'iPhone',
    ],
    [
      `${mozilla} (iPad; CPU OS 18_4 like Mac OS X) AppleWebKit/605.1.15 CriOS/142.0 Mobile/15E148 Safari/604.1`,
      'Chrome',
      'iPad',
    ],
    [`${mozilla} (Linux; Android 16; Pixel 9) ${webkit} Chrome/142.0.0.0 Mobile Safari/537.36`, 'Chrome', 'Android'],
    [
      `${mozilla} (Linux; Android 16; SM-S931B) ${webkit} SamsungBrowser/28.0 Chrome/130.0 Mobile Safari/537.36`,
      'Samsung Internet',
      'Android',
    ],
    [`${mozilla} (X11; CrOS x86_64 14541.0.0) ${webkit} Chrome/142.0.0.0 Safari/537.36`, 'Chrome', 'ChromeOS'],
    ['curl/8.5.0', null, null],
    ['', null, null],
    [null, null, null],
  ])('%s', (userAgent, browser, system) => {
    expect(deviceOf(userAgent)).toEqual({ browser, system });
  });
});

describe('a passkey’s name', () => {
  it.each([
    ['  Maja   Sandberg ', 'Maja Sandberg'],
    ['A\u030Asa', 'Åsa'],
    ['Ελένη', 'Ελένη'],
    ['👩‍🔧', '👩‍🔧'],
    ['x'.repeat(60), 'x'.repeat(60)],
  ])('%j is stored as %j', (typed, name) => {
    expect(parsePasskeyName(typed)).toEqual({ ok: true, value: name });
  });

  it.each([
    ['', 'name_missing'],
    ['   ', 'name_missing'],
    ['x'.repeat(61), 'name_too_long'],
    ['a\tb', 'name_malformed'],
    ['a\r\nBcc: b', 'name_malformed'],
    ['a\u2028b', 'name_malformed'],
    ['a\u2066b', 'name_malformed'],
  ])('%j is refused: %s', (typed, refusal) => {
    expect(parsePasskeyName(typed)).toEqual({ ok: false, refusal: `passkey_${refusal}` });
  });
});

it('time zones are those of the tz database, and nothing else', () => {
  expect(listTimeZones()).toEqual(expect.arrayContaining(['UTC', 'Europe/Stockholm', 'Asia/Tokyo']));
  for (const odd of ['', 'Europe', 'europe/stockholm', 'Europe/Stockholm ', '+01:00'])
    expect(isTimeZone(odd)).toBe(false);
});

describe('a form of boxes', () => {
  const profiles = [
    { id: 'a', choices: {}, roles: { profileRoles: ['reader'] } },
    { id: 'b', choices: { receipts_of_others: true }, roles: { profileRoles: ['reader'] } },
  ] as const;
  const kind = 'receipts_of_others';

  it.each([
    [{}, []],
    [{ 'shown:a': 'yes' }, []],
    [{ 'shown:a': 'yes', [`${kind}:a`]: 'on' }, [{ billingProfileId: 'a', kind, isWanted: true }]],
    [{ 'shown:b': 'yes' }, [{ billingProfileId: 'b', kind, isWanted: false }]],
    [{ 'shown:b': 'yes', [`${kind}:b`]: 'on' }, []],
    [{ [`${kind}:a`]: 'on' }, []],
  ])('%j changes %j', (fields, changes) => {
    expect(listChanges(fields, profiles)).toEqual({ ok: true, value: changes });
  });

  it.each(['shown:c', `${kind}:c`, 'activation:a', 'payment_failed:a', 'a', `${kind}:`])(
    'with a field %s is refused',
    (name) => {
      expect(listChanges({ [name]: 'on' }, profiles)).toEqual({ ok: false, refusal: 'not_found' });
    },
  );
});

it('the reason for asking again follows from what is about to be done', () => {
  expect(stepUpReasonOf('subscription.cancel')).toBe('cancel');
  expect(stepUpReasonOf('profile.replace_payment_method')).toBe('payment');
  expect(stepUpReasonOf('profile.grant_roles')).toBe('roles');
  expect(stepUpReasonOf('organization.manage_members')).toBe('members');
  expect(stepUpReasonOf('subscription.buy')).toBe('other');
});

it.each([
  ['en-US', 'Europe/Stockholm', 'Central European Time'],
  ['sv-SE', 'Europe/Stockholm', 'centraleuropeisk tid'],
  ['sv-SE', 'Europe/Athens', 'östeuropeisk tid'],
])('in %s the time zone %s is %s', (locale, timeZone, words) => {
  expect(formatTimeZone(locale, timeZone)).toBe(words);
});
