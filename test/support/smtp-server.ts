import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { SMTPServer } from 'smtp-server';
import { portOf } from './port-of';

/** A message as it came over the wire, decoded as far as our own messages need it. */
export type ReceivedMail = {
  readonly to: readonly string[];
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly attachments: readonly { readonly filename: string; readonly content: Buffer }[];
  readonly messageId: string;
  /** Of the message itself, unfolded. */
  readonly header: (name: string) => string;
};

export type TestSmtpServer = {
  readonly port: number;
  /** What the site's settings need. */
  readonly env: Readonly<Record<string, string>>;
  readonly received: readonly ReceivedMail[];
  /** Resolves with the first message to the address that it has not handed out yet, now or when it comes. */
  readonly nextTo: (address: string) => Promise<ReceivedMail>;
  readonly stop: () => Promise<void>;
};

/** A real SMTP server on loopback. `port` takes one that an earlier server had, to come back after an outage. */
export async function startSmtpServer(port = 0): Promise<TestSmtpServer> {
  const received: ReceivedMail[] = [];
  const handedOut = new Set<ReceivedMail>();
  const waiting = new Set<() => void>();
  const server = new SMTPServer({
    authOptional: true,
    disableReverseLookup: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    onData(stream, session, done) {
      text(stream).then((raw) => {
        received.push(
          readMail(
            raw,
            session.envelope.rcptTo.map(({ address }) => address),
          ),
        );
        for (const look of waiting) look();
        done();
      }, done);
    },
  });
  const socket = server.listen(port, '127.0.0.1');
  await once(socket, 'listening');
  const bound = portOf(socket.address());
  return {
    port: bound,
    env: { SMTP_URL: `smtp://127.0.0.1:${bound}`, MAIL_FROM: 'Stegvis <no-reply@stegvis.example>' },
    received,
    nextTo: (address) =>
      new Promise((resolve) => {
        const look = () => {
          const found = received.find((mail) => mail.to.includes(address) && !handedOut.has(mail));
          if (!found) return;
          handedOut.add(found);
          waiting.delete(look);
          resolve(found);
        };
        waiting.add(look);
        look();
      }),
    stop: () => new Promise((resolve) => server.close(resolve)),
  };
}

type Part = { readonly header: (name: string) => string; readonly content: Buffer };

function readMail(raw: string, to: readonly string[]): ReceivedMail {
  const { header } = partOf(raw);
  const parts = leavesOf(raw);
  const bodyOf = (type: string) =>
    parts
      .find((part) => part.header('content-type').startsWith(type))
      ?.content.toString()
      .replaceAll('\r\n', '\n') ?? '';
  return {
    to,
    subject: decodeWords(header('subject')),
    text: bodyOf('text/plain'),
    html: bodyOf('text/html'),
    attachments: parts
      .filter((part) => part.header('content-disposition').startsWith('attachment'))
      .map((part) => ({
        filename: /filename="?([^";]+)/.exec(part.header('content-disposition'))?.[1] ?? '',
        content: part.content,
      })),
    messageId: header('message-id'),
    header,
  };
}

/** The parts of a message that hold no parts themselves. */
function leavesOf(raw: string): Part[] {
  const { header, body } = partOf(raw);
  const boundary = /boundary="?([^";]+)/.exec(header('content-type'))?.[1];
  if (boundary === undefined) {
    return [{ header, content: decodeBody(body, header('content-transfer-encoding').toLowerCase()) }];
  }
  return body
    .split(`--${boundary}`)
    .slice(1, -1)
    .flatMap((part) => leavesOf(part.replace(/^\r\n/, '').replace(/\r\n$/, '')));
}

function partOf(raw: string) {
  const end = raw.indexOf('\r\n\r\n');
  const headers = raw.slice(0, end).replaceAll(/\r\n[ \t]/g, ' ');
  const header = (name: string) => new RegExp(`^${name}: (.*)$`, 'im').exec(headers)?.[1] ?? '';
  return { header, body: raw.slice(end + 4) };
}

function decodeBody(body: string, encoding: string): Buffer {
  if (encoding === 'base64') return Buffer.from(body, 'base64');
  return Buffer.from(encoding === 'quoted-printable' ? decodeQuoted(body.replaceAll('=\r\n', '')) : body);
}

function decodeWords(header: string): string {
  return header
    .replaceAll(/\?=\s+=\?/g, '?==?')
    .replaceAll(/=\?utf-8\?([bq])\?(.*?)\?=/gi, (_word, kind: string, content: string) =>
      kind.toLowerCase() === 'b'
        ? Buffer.from(content, 'base64').toString()
        : decodeQuoted(content.replaceAll('_', ' ')),
    );
}

function decodeQuoted(quoted: string): string {
  const bytes = quoted.replaceAll(/=([0-9a-f]{2})/gi, (_code, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
  return Buffer.from(bytes, 'latin1').toString();
}
