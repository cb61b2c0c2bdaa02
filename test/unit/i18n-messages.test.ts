import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { NextIntlClientProvider } from 'next-intl';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { ActText } from '@/app/[locale]/_apps/act-text';
import type { AuditFacts } from '@/db/audit';
import type { LifeStep } from '@/db/subscription-life';
import type { QuantityAct, WishRefusal } from '@/lib/domain/quantity-decision';
import { QUANTITY_INPUT_REFUSALS, type QuantityInputRefusal } from '@/lib/domain/quantity-input';
import { checkUi } from '@/lib/guides/check-ui';
import { messagesRoot, uiFile } from '@/lib/guides/files';
import { listForbiddenWords, readGlossary } from '@/lib/guides/glossary';
import { flattenUi, readUiTree } from '@/lib/guides/ui-messages';
import { LOCALES, SOURCE_LOCALE } from '@/lib/i18n/locales';
import { loadMessages } from '@/lib/i18n/messages';
import type { GuardCode } from '@/lib/server/action';
import { NOTICES } from '@/lib/server/notices';
import type { CommitRefusal } from '@/lib/server/quantity-change';
import { listSources } from '@/test/support/sources';

const root = messagesRoot();
const messagesOf = (locale: string) => flattenUi(readUiTree(root, locale));

describe.each(LOCALES)('the words of %s', (locale) => {
  it('have the source’s keys and arguments and no word that is not ours', () => {
    const forbidden = listForbiddenWords(readGlossary(root), locale);
    expect(checkUi(root, locale, SOURCE_LOCALE, forbidden)).toEqual([]);
  });

  it('are never empty, nor do they begin or end with a space', () => {
    const odd = [...messagesOf(locale)].filter(([, text]) => text === '' || /^[^\S\n]|[^\S\n]$/.test(text));
    expect(odd).toEqual([]);
  });

  it('say every refusal of a change of licenses', () => {
    const said = messagesOf(locale);
    for (const code of Object.keys(REFUSALS))
      expect(said.get(`changeLicenseQuantity.errors.${code}`), code).toBeTruthy();
  });

  it('say every notice', () => {
    const said = messagesOf(locale);
    for (const code of NOTICES) expect(said.get(`guide.notices.${code}`), code).toBeTruthy();
  });

  it.each(Object.entries(TOLD()))('tell of %s', async (_, { act, before, after }) => {
    const messages = await loadMessages(locale);
    const onError = (error: Error) => {
      throw error;
    };
    const children = createElement(ActText, { activity: { act, before, after } });
    const text = renderToStaticMarkup(
      createElement(NextIntlClientProvider, { locale, messages, onError, timeZone: 'UTC', children }),
    );
    expect(text).toMatch(/^\p{Lu}[^{}]+$/u);
  });
});

// A new code or act that is not listed here does not compile.
type Refusal = WishRefusal | CommitRefusal | GuardCode | QuantityInputRefusal;
const REFUSALS = {
  form_malformed: true,
  not_found: true,
  permission_missing: true,
  quantity_missing: true,
  quantity_not_whole: true,
  quantity_not_number: true,
  quantity_too_small: true,
  quantity_too_large: true,
  quantity_below_minimum: true,
  quantity_above_maximum: true,
  quantity_below_assigned: true,
  quantity_unchanged: true,
  quantity_not_applicable: true,
  pending_change_exists: true,
  no_pending_change: true,
  decrease_not_offered: true,
  subscription_ending: true,
  subscription_pending_activation: true,
  subscription_past_due: true,
  subscription_disabled: true,
  renewal_due: true,
  nothing_to_take_back: true,
  already_taken_back: true,
  take_back_superseded: true,
  take_back_too_late: true,
  key_reused: true,
  preview_gone: true,
  preview_differs: true,
  payment_declined: true,
  busy: true,
} as const satisfies Record<Refusal, true>;

type Act = QuantityAct | LifeStep['act'] | 'purchase';
type Told = { readonly before: AuditFacts; readonly after: AuditFacts };

function TOLD() {
  const change: Told = { before: { quantity: 10 }, after: { quantity: 14 } };
  const nothing: Told = { before: {}, after: {} };
  const acts = {
    purchase: { before: {}, after: { quantity: null } },
    increase: change,
    decrease: change,
    decrease_now: change,
    take_back: change,
    remove_planned_change: { before: { planned: 6 }, after: { planned: null } },
    report_assigned: { before: { assignedQuantity: null }, after: { assignedQuantity: 7 } },
    activate: { before: {}, after: { state: 'active' } },
    renew: nothing,
    cancel_at_end: nothing,
    end: nothing,
    pass_activation_deadline: nothing,
  } as const satisfies Record<Act, Told>;
  return Object.fromEntries([
    ...Object.entries(acts).map(([act, told]) => [act, { act, ...told }] as const),
    ['an unpaid activation', { act: 'activate', before: {}, after: { state: 'past_due' } }],
    ['an unpaid renewal', { act: 'renew', before: {}, after: { state: 'past_due' } }],
    ['a renewal with its planned change', { act: 'renew', ...change }],
  ]);
}

it('acts reach the audit from three places only, all of them told above', () => {
  const recording = listSources(['app', 'db', 'lib']).filter(({ text }) => /await recordAuditEntry\(/.test(text));
  expect(recording.map(({ file }) => file)).toEqual([
    'db/purchases.ts',
    'db/quantity-changes.ts',
    'db/subscription-life.ts',
  ]);
});

it('the types of the source language are those of its words', () => {
  const declared = readFileSync(join(root, SOURCE_LOCALE, 'ui.d.json.ts'), 'utf8');
  const [, json] = /declare const messages: (.*);\nexport default messages;\s*$/s.exec(declared) ?? [];
  expect(JSON.parse(json ?? '')).toEqual(JSON.parse(readFileSync(uiFile(root, SOURCE_LOCALE), 'utf8')));
});

it('every refusal of a typed number is among those told above', () => {
  for (const code of QUANTITY_INPUT_REFUSALS) expect(REFUSALS).toHaveProperty(code);
});
