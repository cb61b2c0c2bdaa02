import { isNotified, type NotificationChoices, type NotificationKind } from './notifications';
import { may, type Permission, type Roles } from './roles';

/** What people are told of by mail without having done it themselves: the keys below `mail.notices` in ui.json. */
export const MAIL_NOTICES = [
  'order_waiting',
  'renewal',
  'price_change',
  'activation_reminder',
  'activation_timeout',
  'payment_failed',
  'payment_reminder',
  'payment_taken_back',
  'paid_again',
  'nonpayment',
  'invoice_issued',
] as const;
export type MailNotice = (typeof MAIL_NOTICES)[number];
/** About an app, or a document, of a billing profile. */
export type ProfileNotice = Exclude<MailNotice, 'order_waiting'>;

/** Whoever wants the kind; or whoever holds the permission, asked for or not. */
type Audience =
  | { readonly kind: NotificationKind; readonly permission?: undefined; readonly recipients: boolean }
  | { readonly kind?: undefined; readonly permission: Permission; readonly recipients: boolean };

const PAYERS: Audience = { permission: 'invoice.pay', recipients: true };
const AUDIENCES: Readonly<Record<MailNotice, Audience>> = {
  order_waiting: { kind: 'orders', recipients: false },
  renewal: { kind: 'renewals', recipients: false },
  price_change: { kind: 'price_changes', recipients: false },
  activation_reminder: { kind: 'activation', recipients: false },
  activation_timeout: { kind: 'activation', recipients: false },
  payment_failed: PAYERS,
  payment_reminder: PAYERS,
  payment_taken_back: PAYERS,
  paid_again: PAYERS,
  nonpayment: PAYERS,
  invoice_issued: { kind: 'invoices', recipients: true },
};

/** Whether a member is told; the roles are those on the profile that the notice is about, or on one that it may come to. */
export function isTold(notice: MailNotice, choices: NotificationChoices, roles: Roles): boolean {
  const { kind, permission } = AUDIENCES[notice];
  return kind === undefined ? may(roles, permission) : isNotified(kind, choices, roles);
}

/** Whether it goes to the invoice recipients of the profile, too, who need no account. */
export function reachesRecipients(notice: MailNotice): boolean {
  return AUDIENCES[notice].recipients;
}

/** Whether a member may choose not to be told. */
export function isDeclinable(notice: MailNotice): boolean {
  return AUDIENCES[notice].kind !== undefined;
}
