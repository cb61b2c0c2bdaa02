/** Plain text, in paragraphs. An address becomes a link only when it is one of this site. */
export function MailText({ text, locale, siteUrl }: { text: string; locale: string; siteUrl: string }) {
  const paragraphs = text.trim().split(/\n{2,}/);
  return (
    <div lang={locale} className="mail-text">
      {paragraphs.map((paragraph, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the text never changes.
        <p key={index}>{splitLinks(paragraph, siteUrl)}</p>
      ))}
    </div>
  );
}

function splitLinks(text: string, siteUrl: string) {
  return text.split(/(https?:\/\/\S+)/).map((part) =>
    isOwn(part, siteUrl) ? (
      <a key={part} href={part}>
        {part}
      </a>
    ) : (
      part
    ),
  );
}

function isOwn(part: string, siteUrl: string): boolean {
  return /^https?:/.test(part) && URL.canParse(part) && new URL(part).origin === siteUrl;
}
