import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { strictTables } from './strict-tables';

// drizzle-kit cannot say STRICT: https://github.com/drizzle-team/drizzle-orm/issues/202
const folder = process.argv[2] ?? 'db/migrations';

for (const name of readdirSync(folder).filter((file) => file.endsWith('.sql'))) {
  const path = join(folder, name);
  const generated = readFileSync(path, 'utf8');
  const strict = strictTables(generated);
  if (strict !== generated) writeFileSync(path, strict);
}
