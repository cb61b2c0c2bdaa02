import type { IntlMessageFormat } from 'intl-messageformat';
import { isPlain, parseMessage } from './icu';

type Values = Parameters<IntlMessageFormat['format']>[0];

/**
 * What next-intl formats a message with, in the place of its own (next.config.js says so), which parses every message
 * anew for every request. Days are values, written out by ./formats: nothing here knows a time zone.
 */
export default function formatMessage(_key: string, message: unknown, values: Values, { locale }: { locale: string }) {
  if (typeof message !== 'string') throw new TypeError('The key is that of a group of messages');
  return isPlain(message) ? message : parseMessage(locale, message).format(values);
}

/** Messages come as they are written, not compiled. */
formatMessage.raw = true;
