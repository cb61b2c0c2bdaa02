/** Acts that a person is given a receipt for: the keys below `receipts.titles` and `receipts.next` in ui.json. */
export const RECEIPT_ACTS = ['increase', 'decrease', 'take_back', 'remove_planned_change', 'decrease_now'] as const;
export type ReceiptAct = (typeof RECEIPT_ACTS)[number];

/** What people do with their own account, which needs no receipt. */
export const ACCOUNT_ACTS = [
  'change_own_details',
  'add_passkey',
  'remove_passkey',
  'link_login',
  'unlink_login',
  'choose_notifications',
] as const;
export type AccountAct = (typeof ACCOUNT_ACTS)[number];

/** Everything that the audit records: the acts above, and what publishers and the clock do. */
export const AUDIT_ACTS = [
  ...RECEIPT_ACTS,
  ...ACCOUNT_ACTS,
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
export const REVIEWED_TASKS = ['change-license-quantity'] as const;
export type ReviewedTaskName = (typeof REVIEWED_TASKS)[number];
