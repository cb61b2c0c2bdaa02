import { IntlMessageFormat } from 'intl-messageformat';

const parsed = new Map<string, IntlMessageFormat>();

/** One of our messages in ICU's format, parsed once in a process. Throws where it is broken. */
export function parseMessage(locale: string, text: string): IntlMessageFormat {
  const key = `${locale}\n${text}`;
  const message = parsed.get(key) ?? new IntlMessageFormat(text, locale);
  parsed.set(key, message);
  return message;
}

/** The message with its values. Throws where one is missing. */
export function formatMessage(
  locale: string,
  text: string,
  values: Readonly<Record<string, string | number>> = {},
): string {
  return isPlain(text) ? text : String(parseMessage(locale, text).format(values));
}

/** Whether there is nothing in a message that is not printed as it stands. */
export function isPlain(text: string): boolean {
  return !/[{}<']/.test(text);
}
