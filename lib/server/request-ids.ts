import { randomUUID } from 'node:crypto';

const NAMES = ['x-ms-requestid', 'x-ms-correlationid'] as const;

/** The ids that a publisher's program follows its calls by: as it sent them, or new ones. */
export function requestIds(headers: Headers): Record<string, string> {
  const idOf = (name: string) => {
    const sent = headers.get(name) ?? '';
    return /^[\w.:-]{1,64}$/.test(sent) ? sent : randomUUID();
  };
  return Object.fromEntries(NAMES.map((name) => [name, idOf(name)]));
}
