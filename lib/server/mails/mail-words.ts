/** One thing said of what the mail is about; `detail` says how it came about. */
export type MailFact = { readonly name: string; readonly text: string; readonly detail?: string | undefined };

/** A label with an address. */
export type MailLink = { readonly label: string; readonly href: string };

/** What a mail says, in the recipient's language: its two renderings say the same in the same order. */
export type MailWords = {
  readonly subject: string;
  /** What happened, where the subject says something else. */
  readonly title?: string | undefined;
  readonly greeting?: string | undefined;
  readonly paragraphs: readonly string[];
  readonly facts?: readonly MailFact[];
  /** The one thing to do. */
  readonly action?: MailLink | undefined;
  /** What else is worth knowing once that is done. */
  readonly remarks?: readonly string[];
  /** Why the recipient gets it, and where to choose otherwise. */
  readonly foot?: { readonly text: string; readonly choice?: MailLink | undefined } | undefined;
};

/** The mail as plain text: paragraphs in order, every address on a line of its own. */
export function plainText(words: MailWords): string {
  const { title, greeting, paragraphs, facts = [], action, remarks = [], foot } = words;
  const lines = facts.map(({ name, text, detail }) => (detail ? `${name}: ${text} (${detail})` : `${name}: ${text}`));
  const blocks = [
    title,
    greeting,
    ...paragraphs,
    lines.join('\n'),
    action && linkLines(action),
    ...remarks,
    'Stegvis',
    foot && ['--', foot.text, ...(foot.choice ? [linkLines(foot.choice)] : [])].join('\n'),
  ];
  return `${blocks.filter((block) => block).join('\n\n')}\n`;
}

function linkLines({ label, href }: MailLink): string {
  return `${label}:\n${href}`;
}
