import { describe, expect, it } from 'vitest';
import { readStateOf } from '@/lib/domain/invoice-steps';
import { idleReplacementOf, type PaySituation, payStateOf } from '@/lib/domain/payment-steps';
import { blocked, DONE, HERE, notNeeded, TO_COME } from '@/lib/domain/steps';

const open: PaySituation = { standing: 'open', method: 'card', trouble: undefined, mayPay: true, hasReceipt: false };

describe('paying an invoice', () => {
  it.each([
    [undefined, TO_COME],
    [open, HERE],
    [{ ...open, method: 'bank_transfer' }, HERE],
    [{ ...open, trouble: 'declined' }, blocked('payment_failed', true)],
    [{ ...open, trouble: 'approval_wanted' }, blocked('approval_wanted', true)],
    [{ ...open, trouble: 'taken_back' }, blocked('payment_taken_back', true)],
    [{ ...open, mayPay: false, trouble: 'declined' }, blocked('permission_missing')],
    [{ ...open, standing: 'credited' }, notNeeded('nothing_to_pay')],
    [{ ...open, standing: 'paid' }, DONE],
    [{ ...open, standing: 'paid', mayPay: false }, DONE],
    [{ ...open, trouble: 'declined', hasReceipt: true }, DONE],
  ] as const)('%j: %j', (situation, state) => {
    expect(payStateOf(situation)).toEqual(state);
  });
});

describe('another card', () => {
  it.each([
    [open, 'card_not_refused'],
    [{ ...open, trouble: 'declined' }, undefined],
    [{ ...open, trouble: 'approval_wanted' }, undefined],
    [{ ...open, trouble: 'taken_back' }, undefined],
    [{ ...open, method: 'bank_transfer' }, 'pays_by_transfer'],
    [{ ...open, standing: 'paid', trouble: 'declined' }, 'nothing_to_pay'],
  ] as const)('%j: %s', (situation, reason) => {
    expect(idleReplacementOf(situation)).toBe(reason);
  });
});

describe('reading an invoice', () => {
  it.each([
    [HERE, DONE],
    [blocked('payment_failed', true), DONE],
    [blocked('permission_missing'), HERE],
    [DONE, HERE],
    [notNeeded('nothing_to_pay'), HERE],
    [TO_COME, HERE],
  ] as const)('paying %j: reading %j', (pay, reading) => {
    expect(readStateOf(pay)).toEqual(reading);
  });
});
