import type { OwnDetails } from '@/db/people';
import { accept, type Outcome, refuse } from '@/lib/domain/outcome';
import { parsePasskeyName } from '@/lib/domain/passkey-name';
import { parsePersonName } from '@/lib/domain/person-name';
import type { TaskError } from '@/lib/domain/task-state';
import { isTimeZone } from '@/lib/domain/time-zones';
import { isLocale, type Locale } from '@/lib/i18n/locales';
import type { AccountCode } from './account-code';

type Mistakes = { readonly ok: false; readonly errors: readonly TaskError<AccountCode>[] };
type Read<Value> = { readonly ok: true; readonly value: Value } | Mistakes;

/** Own details as they were typed; an empty language or time zone is none chosen. */
export function readDetails(typed: {
  readonly name: string;
  readonly language: string;
  readonly timeZone: string;
}): Read<OwnDetails & { readonly locale: Locale | null }> {
  const name = parsePersonName(typed.name);
  const locale = readLanguage(typed.language);
  const timeZone = readTimeZone(typed.timeZone);
  if (name.ok && locale.ok && timeZone.ok) {
    return { ok: true, value: { name: name.value, locale: locale.value, timeZone: timeZone.value } };
  }
  const errors = [
    ...(name.ok ? [] : [{ field: 'name', code: name.refusal }]),
    ...(locale.ok ? [] : [{ field: 'language', code: locale.refusal }]),
    ...(timeZone.ok ? [] : [{ field: 'timeZone', code: timeZone.refusal }]),
  ];
  return { ok: false, errors };
}

/** A passkey's name as it was typed into a field. */
export function readPasskeyName(typed: string, field = 'passkeyName'): Read<string> {
  const name = parsePasskeyName(typed);
  return name.ok ? name : { ok: false, errors: [{ field, code: name.refusal }] };
}

function readLanguage(typed: string): Outcome<Locale | null, 'locale_unknown'> {
  if (typed === '') return accept(null);
  return isLocale(typed) ? accept(typed) : refuse('locale_unknown');
}

function readTimeZone(typed: string): Outcome<string | null, 'time_zone_unknown'> {
  if (typed === '') return accept(null);
  return isTimeZone(typed) ? accept(typed) : refuse('time_zone_unknown');
}
