/** `url` is `file:`, `libsql:`, `http:` or `https:`. */
export type DatabaseLocation = { readonly url: string; readonly authToken?: string | undefined };

/** The path of a `file:` database, undefined for a remote one. Read as @libsql/client reads it, with `%20` for a space. */
export function databaseFile({ url }: DatabaseLocation): string | undefined {
  return url.startsWith('file:') ? decodeURIComponent(url.replace(/^file:(\/\/(?=\/))?/, '')) : undefined;
}
