/** Acts that a person is given a receipt for: the keys below `receipts.titles` and `receipts.next` in ui.json. */
export const RECEIPT_ACTS = [
  'increase',
  'decrease',
  'take_back',
  'remove_planned_change',
  'decrease_now',
  'replace_payment_method',
  'use_backup_method',
  'remove_backup_method',
] as const;
export type ReceiptAct = (typeof RECEIPT_ACTS)[number];

/** Everything that the audit records: the acts above, and what publishers and the clock do. */
export const AUDIT_ACTS = [
  ...RECEIPT_ACTS,
  'purchase',
  'activate',
  'cancel_at_end',
  'renew',
  'end',
  'pass_activation_deadline',
  'report_assigned',
] as const;
export type AuditAct = (typeof AUDIT_ACTS)[number];

/** Tasks whose effect is reviewed before it is confirmed. */
export const REVIEWED_TASKS = ['change-license-quantity', 'replace-payment-method'] as const;
export type ReviewedTaskName = (typeof REVIEWED_TASKS)[number];
