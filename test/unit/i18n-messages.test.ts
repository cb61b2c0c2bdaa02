import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { ActFacts } from '@/lib/domain/act-variants';
import { AUDIT_ACTS, type AuditAct } from '@/lib/domain/acts';
import { FIGURES } from '@/lib/domain/figures';
import { checkUi } from '@/lib/guides/check-ui';
import { messagesRoot, uiFile } from '@/lib/guides/files';
import { listForbiddenWords, readGlossary } from '@/lib/guides/glossary';
import { flattenUi, readUiTree } from '@/lib/guides/ui-messages';
import { printAct } from '@/lib/i18n/acts';
import { LOCALES, SOURCE_LOCALE } from '@/lib/i18n/locales';
import { loadMessages } from '@/lib/i18n/messages';
import { NOTICES } from '@/lib/server/notices';

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

  it('say every notice', () => {
    const said = messagesOf(locale);
    for (const code of NOTICES) expect(said.get(`guide.notices.${code}`), code).toBeTruthy();
  });

  it.each(Object.entries(TOLD()))('tell of %s', async (_, told) => {
    const { acts } = await loadMessages(locale);
    expect(printAct(locale, acts, told)).toMatch(/^\p{Lu}[^{}]+$/u);
  });

  it('have a line for every figure, and for no other', async () => {
    const { figures } = await loadMessages(locale);
    expect(Object.keys(figures).sort()).toEqual([...FIGURES].sort());
  });
});

type Told = { readonly before: ActFacts; readonly after: ActFacts };

function TOLD() {
  const change: Told = { before: { quantity: 10 }, after: { quantity: 14 } };
  const nothing: Told = { before: {}, after: {} };
  const cards: Told = {
    before: { method: 'bank_transfer', brand: null, lastFour: null, backupBrand: 'Visa', backupLastFour: '1111' },
    after: { method: 'card', brand: 'Visa', lastFour: '4242', backupBrand: 'Visa', backupLastFour: '1111' },
  };
  const role = (given: string | null) => ({ role: given, person: 'Maja Sandberg', profile: 'Kontoret' });
  const order = { before: {}, after: { app: 'Ritkant', channel: 'proposal', sender: 'Sales' } };
  const acts: Readonly<Record<AuditAct, Told>> = {
    purchase: { before: {}, after: { quantity: null } },
    increase: change,
    decrease: change,
    decrease_now: change,
    take_back: change,
    remove_planned_change: { before: { planned: 6 }, after: { planned: null } },
    report_assigned: { before: { assignedQuantity: null }, after: { assignedQuantity: 7 } },
    open_publisher_portal: { before: {}, after: { intent: 'manage', host: 'portal.example' } },
    activate: { before: {}, after: { state: 'active' } },
    renew: nothing,
    cancel_at_end: nothing,
    change_own_details: { before: { name: 'Maja' }, after: { name: 'Maja S' } },
    add_passkey: { before: {}, after: { name: 'Work laptop' } },
    rename_passkey: { before: { name: 'Work laptop' }, after: { name: 'Old laptop' } },
    remove_passkey: { before: { name: 'Work laptop' }, after: {} },
    link_login: nothing,
    unlink_login: nothing,
    choose_notifications: { before: { receipts_of_others: 'off' }, after: { receipts_of_others: 'on' } },
    cancel_now: nothing,
    cancel_before_activation: nothing,
    undo_cancel: nothing,
    buy_again: { before: {}, after: { quantity: null } },
    replaced: nothing,
    accept_order: { before: {}, after: { quantity: 3, channel: 'partner', sender: 'Byggpartner' } },
    decline_order: order,
    receive_order: order,
    change_order: order,
    withdraw_order: order,
    end: nothing,
    pass_activation_deadline: nothing,
    replace_payment_method: cards,
    use_backup_method: cards,
    remove_backup_method: cards,
    invite_member: { before: {}, after: { email: 'rut@nordlys.example', role: 'member' } },
    withdraw_invitation: { before: { email: 'rut@nordlys.example', role: 'member' }, after: {} },
    change_member_role: { before: { role: 'member' }, after: { person: 'Rut Ek', role: 'app_admin' } },
    remove_member: { before: { person: 'Rut Ek', role: 'member' }, after: { person: 'Rut Ek' } },
    accept_invitation: { before: {}, after: { person: 'Rut Ek', role: 'member' } },
    create_organization: { before: {}, after: { owner: 'Rut Ek' } },
    change_billing_profile: { before: { profile: 'Kontoret' }, after: { profile: 'Byggprojekt' } },
    change_plan: { before: { plan: 'Standard' }, after: { plan: 'Plus' } },
    change_plan_at_renewal: { before: { plan: 'Standard' }, after: { plan: 'Plus' } },
    keep_plan: { before: { plannedPlan: 'Plus' }, after: { plannedPlan: null, plan: 'Standard' } },
    edit_billing_profile: { before: {}, after: { profile: 'Kontoret' } },
    grant_profile_role: { before: { role: null }, after: role('reader') },
    change_profile_role: { before: { role: 'reader' }, after: role('owner') },
    remove_profile_role: { before: { role: 'owner' }, after: role(null) },
    pay_invoice: { before: {}, after: { documentNumber: '2026-00001' } },
    issue_invoice: { before: {}, after: { documentNumber: '2026-00001' } },
    collect_payment: { before: {}, after: { documentNumber: '2026-00001' } },
    book_transfer: { before: {}, after: { documentNumber: '2026-00001' } },
    take_back_payment: { before: {}, after: { documentNumber: '2026-00001' } },
    fall_past_due: { before: { state: 'active' }, after: { state: 'past_due' } },
    reinstate: { before: { state: 'past_due' }, after: { state: 'active' } },
    pass_payment_deadline: nothing,
  };
  const told: readonly (readonly [string, Told & { readonly act: AuditAct }])[] = [
    ...AUDIT_ACTS.map((act) => [act, { act, ...acts[act] }] as const),
    ['an unpaid activation', { act: 'activate', before: {}, after: { state: 'past_due' } }],
    ['an unpaid renewal', { act: 'renew', before: {}, after: { state: 'past_due' } }],
    ['a renewal with its planned change', { act: 'renew', ...change }],
    ['a renewal with another plan', { act: 'renew', before: { plan: 'Standard' }, after: { plan: 'Plus' } }],
  ];
  return Object.fromEntries(told);
}

it('the types of the source language are those of its words', () => {
  const declared = readFileSync(join(root, SOURCE_LOCALE, 'ui.d.json.ts'), 'utf8');
  const [, json] = /declare const messages: (.*);\nexport default messages;\s*$/s.exec(declared) ?? [];
  expect(JSON.parse(json ?? '')).toEqual(JSON.parse(readFileSync(uiFile(root, SOURCE_LOCALE), 'utf8')));
});
