import { headers } from 'next/headers';

/** How the proxy tells the page behind every 404 which address was asked for. */
export const ASKED_PATH_HEADER = 'x-stegvis-asked-path';

const LONGEST = 300;

/** The header's value: an address is percent-encoded already, and anything else says nothing. */
export function askedPathValue(path: string): string {
  return /^[\x21-\x7e]*$/.test(path) ? path.slice(0, LONGEST) : '';
}

/** The address that was asked for, percent-encoded; empty where the record behind it is what is missing. */
export async function findAskedPath(): Promise<string> {
  return (await headers()).get(ASKED_PATH_HEADER) ?? '';
}
