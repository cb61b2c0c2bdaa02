import type { JobScope } from '@/db/scope';
import { settings } from '@/lib/env';
import type { Locale } from '@/lib/i18n/locales';
import { keepInDemoMailbox } from './mail-demo';
import { sendBySmtp } from './mail-smtp';

/** Its octets are made when it is sent. */
export type MailAttachment = {
  readonly filename: string;
  /** A media type such as 'application/pdf'. */
  readonly contentType: string;
  readonly content: () => Promise<Uint8Array>;
};

/**
 * A message in plain text and in HTML, which is drawn when it is sent. `id` stays the same when it is sent again, so
 * that a receiver can tell.
 */
export type Mail = {
  readonly id: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: () => Promise<string>;
  readonly locale: Locale;
  /** Where the reader may choose not to get such mails; absent where that is no choice. */
  readonly choiceUrl?: string;
  readonly attachments?: readonly MailAttachment[];
};

/** Resolves once the message is in other hands; throws when it is not certain that it is. */
export async function sendMail(scope: JobScope, mail: Mail): Promise<void> {
  const { mail: server, mode, siteUrl } = settings();
  if (server) await sendBySmtp(server, siteUrl, mail);
  if (mode === 'demo') await keepInDemoMailbox(scope, mail);
}

/** Whether a link sent by mail can arrive: the sign-in page offers it only then. */
export function isMailOn(): boolean {
  const { mail, mode } = settings();
  return mail !== undefined || mode === 'demo';
}
