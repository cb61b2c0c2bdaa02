import { migrate } from '@/db/migrate';
import { isWanted, loadEnvironmentFile, main } from './terminal';

const help = `
npm run db:migrate

Brings the database of DATABASE_URL (demo: the file in .data/) up to date.
`;

await main(async () => {
  if (!isWanted(help)) return 0;
  loadEnvironmentFile();
  await migrate();
  return 0;
});
