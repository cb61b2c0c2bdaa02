import { saveDemoMail } from '@/db/demo-mails';
import type { JobScope } from '@/db/scope';
import { nowAt } from './clock';
import type { Mail } from './mail';

/** Shows the message on the demo mailbox page instead of sending it. */
export async function keepInDemoMailbox(scope: JobScope, mail: Mail): Promise<void> {
  const saved = await saveDemoMail(scope, {
    id: mail.id,
    recipient: mail.to,
    subject: mail.subject,
    body: mail.text,
    locale: mail.locale,
    sentAt: nowAt(),
  });
  if (!saved.ok) throw new Error(saved.refusal);
}
