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
  'invite_member',
  'withdraw_invitation',
  'change_member_role',
  'remove_member',
  'cancel_at_end',
  'cancel_now',
  'cancel_before_activation',
  'undo_cancel',
  'buy_again',
  'purchase',
  'accept_order',
  'decline_order',
  'change_billing_profile',
  'change_plan',
  'change_plan_at_renewal',
  'keep_plan',
  'edit_billing_profile',
  'grant_profile_role',
  'change_profile_role',
  'remove_profile_role',
  'pay_invoice',
] as const;
export type ReceiptAct = (typeof RECEIPT_ACTS)[number];

/** What people do with their own account, which needs no receipt. */
export const ACCOUNT_ACTS = [
  'change_own_details',
  'add_passkey',
  'rename_passkey',
  'remove_passkey',
  'link_login',
  'unlink_login',
  'choose_notifications',
] as const;
export type AccountAct = (typeof ACCOUNT_ACTS)[number];
/** Those about who belongs to the organization. */
export const TEAM_ACTS = [
  'invite_member',
  'withdraw_invitation',
  'change_member_role',
  'remove_member',
] as const satisfies readonly ReceiptAct[];
export type TeamAct = (typeof TEAM_ACTS)[number];

export function isTeamAct(act: AuditAct): act is TeamAct {
  return TEAM_ACTS.some((each) => each === act);
}

/** Those after which an app waits for its activation. */
export function isPurchaseAct(act: AuditAct): boolean {
  return act === 'purchase' || act === 'accept_order' || act === 'buy_again';
}

/** Everything that the audit records: the acts above, and what publishers and the clock do. */
export const AUDIT_ACTS = [
  ...RECEIPT_ACTS,
  ...ACCOUNT_ACTS,
  'receive_order',
  'change_order',
  'withdraw_order',
  'open_publisher_portal',
  'activate',
  'renew',
  'end',
  'pass_activation_deadline',
  'report_assigned',
  'accept_invitation',
  'create_organization',
  'replaced',
  'collect_payment',
  'issue_invoice',
  'book_transfer',
  'take_back_payment',
  'fall_past_due',
  'reinstate',
  'pass_payment_deadline',
] as const;
export type AuditAct = (typeof AUDIT_ACTS)[number];

/** Tasks whose effect is reviewed before it is confirmed. */
export const REVIEWED_TASKS = [
  'change-license-quantity',
  'cancel-subscription',
  'buy-again',
  'get-apps',
  'replace-payment-method',
  'change-billing-profile',
  'pay-invoice',
  'change-plan',
] as const;
export type ReviewedTaskName = (typeof REVIEWED_TASKS)[number];
