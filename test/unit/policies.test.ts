import { describe, expect, it } from 'vitest';
import { CURRENT_POLICY, CURRENT_POLICY_VERSION, isPolicyVersion, requirePolicy } from '@/lib/domain/policies';

describe('policies', () => {
  it('keeps the published version 2026-11 as it was published', () => {
    expect(requirePolicy('2026-11')).toEqual({
      takeBackDays: 7,
      activationDays: 30,
      activationReminderDays: [7, 1],
      nonpaymentDays: 30,
      firstInvoiceNonpaymentDays: 7,
      retryDays: [2, 7, 14, 21],
      invoiceDueDays: 30,
      refundHours: 72,
      dataKeptDays: 7,
      annualRenewalNoticeDays: [30, 7],
      monthlyRenewalNoticeDays: [3],
      magicLinkMinutes: 10,
      flowLinkDays: 14,
      purchaseTokenHours: 24,
      publisherAnswerSeconds: 10,
      invitationDays: 7,
    });
  });

  it('prints the current version for visitors', () => {
    expect(CURRENT_POLICY).toBe(requirePolicy(CURRENT_POLICY_VERSION));
  });

  it.each(['', '1999-01', 'constructor'])('does not know version %j', (version) => {
    expect(isPolicyVersion(version)).toBe(false);
    expect(() => requirePolicy(version)).toThrow('Unknown policy version');
  });
});
