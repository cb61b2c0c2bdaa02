import { AGREEMENT_VERSION } from '@/lib/domain/agreement';
import { type RegionGroup, SOLD_IN } from '@/lib/domain/guides/regions';
import { CURRENT_POLICY, type Policy } from '@/lib/domain/policies';
import { formatMessage } from '@/lib/i18n/icu';
import type { Locale } from '@/lib/i18n/locales';
import { sortCountries } from '@/lib/i18n/names';
import { flattenUi, type UiTree } from './ui-messages';

const UNITS = [
  ['Days', 'days'],
  ['Hours', 'hours'],
  ['Minutes', 'minutes'],
  ['Seconds', 'seconds'],
] as const;

/** Names that a guide may print: every policy number by its own name, where apps are sold, and which agreement is current. */
export function listValueNames(): readonly string[] {
  return [...Object.keys(CURRENT_POLICY), 'soldIn', 'agreementVersion'];
}

/** Whether a value stands with its unit in the text; lists of numbers and regions do not. */
function findUnit(name: string): (typeof UNITS)[number][1] | undefined {
  return UNITS.find(([suffix]) => name.endsWith(suffix))?.[1];
}

/** Prints ui messages by key; throws for a key that is not there. */
export function createMessages(
  locale: Locale,
  messages: UiTree,
): (key: string, values?: Record<string, number | string>) => string {
  const flat = flattenUi(messages);
  return (key, values) => {
    const text = flat.get(key);
    if (text === undefined) throw new Error(`There is no ui message ${key}`);
    return formatMessage(locale, text, values);
  };
}

/** Country or group names in a language, as one list ("France, Germany, and Western Europe"). */
export function formatRegions(locale: Locale, messages: UiTree, regions: readonly string[]): string {
  const countries = new Intl.DisplayNames(locale, { type: 'region' });
  const say = createMessages(locale, messages);
  const names = regions.map((region) =>
    /^[A-Z]{2}$/.test(region) ? (countries.of(region) ?? region) : say(`guide.regions.${region}`),
  );
  return new Intl.ListFormat(locale, { type: 'conjunction' }).format(names);
}

/** Prints the domain's values in a language. `policy` is the subscription's own on live pages, else the current one. */
export function createValues(
  locale: Locale,
  messages: UiTree,
  policy: Policy = CURRENT_POLICY,
): (name: string) => string {
  const numbers: Readonly<Record<string, number | readonly number[]>> = policy;
  const say = createMessages(locale, messages);
  const groups: readonly RegionGroup[] = SOLD_IN.groups;
  return (name) => {
    if (name === 'agreementVersion') return AGREEMENT_VERSION;
    if (name === 'soldIn') {
      return formatRegions(locale, messages, [...sortCountries(locale, SOLD_IN.countries), ...groups]);
    }
    const value = numbers[name];
    if (value === undefined) throw new Error(`No value is called ${name}`);
    const unit = findUnit(name);
    if (typeof value === 'number' && unit) return say(`units.${unit}`, { count: value }).replaceAll(' ', '\u00a0');
    const format = new Intl.NumberFormat(locale);
    const list = typeof value === 'number' ? [value] : value;
    return new Intl.ListFormat(locale, { type: 'conjunction' }).format(list.map((item) => format.format(item)));
  };
}
