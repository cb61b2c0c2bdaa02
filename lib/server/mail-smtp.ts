import { createTransport } from 'nodemailer';
import type { Mail, MailAttachment } from './mail';

const PATIENCE_MS = 10_000;

/** Resolves once the server took the message. Throws what nodemailer throws. */
export async function sendBySmtp(
  server: { readonly smtpUrl: string; readonly from: string },
  siteUrl: string,
  mail: Mail,
): Promise<void> {
  const transport = createTransport({
    url: server.smtpUrl,
    connectionTimeout: PATIENCE_MS,
    greetingTimeout: PATIENCE_MS,
    socketTimeout: PATIENCE_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  try {
    await transport.sendMail({
      from: server.from,
      to: { name: '', address: mail.to },
      subject: mail.subject,
      text: mail.text,
      html: await mail.html(),
      attachments: await Promise.all((mail.attachments ?? []).map(drawn)),
      messageId: `<${mail.id}@${new URL(siteUrl).hostname}>`,
      headers: {
        'Auto-Submitted': 'auto-generated',
        'Content-Language': mail.locale,
        ...(mail.choiceUrl ? { 'List-Unsubscribe': `<${mail.choiceUrl}>` } : {}),
      },
    });
  } finally {
    transport.close();
  }
}

async function drawn({ content, ...file }: MailAttachment) {
  return { ...file, content: Buffer.from(await content()) };
}
