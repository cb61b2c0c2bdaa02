/** What a page may say at its top after a redirect; anything else in the address is not said. */
export const NOTICES = [
  'page_updated',
  'session_ended',
  'changed_meanwhile',
  'preview_differs',
  'preview_gone',
  'payment_declined',
  'approval_needed',
  'approval_open',
  'busy',
  'thanks',
] as const;

export type NoticeCode = (typeof NOTICES)[number];

export function findNotice(text: string | undefined): NoticeCode | undefined {
  return NOTICES.find((code) => code === text);
}

/** Whether it tells of what has not been done, and why. */
export function isWarning(code: NoticeCode): boolean {
  return code !== 'thanks';
}
