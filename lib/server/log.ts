type Context = Readonly<Record<string, string>>;

/** Writes a defect as one line of JSON. Database errors arrive without their parameters; nothing else is added. */
export function logDefect(error: unknown, context: Context): void {
  const known = error instanceof Error ? error : new Error('unknown');
  const reference = 'digest' in known ? String(known.digest) : undefined;
  writeLine({
    level: 'error',
    reference,
    ...context,
    name: known.name,
    message: known.message,
    stack: known.stack,
  });
}

/** One line of JSON for whoever watches over the site. */
export function writeLine(line: Readonly<Record<string, unknown>>): void {
  process.stderr.write(`${JSON.stringify(line)}\n`);
}
