import { closeDatabase } from '@/db/client';
import { listSearchMisses } from '@/db/search-misses';
import { MISS_KEPT_DAYS } from '@/lib/domain/search-miss';
import { LOCALES } from '@/lib/i18n/locales';
import { isWanted, loadEnvironmentFile, main } from './terminal';

const help = `
npm run searches

What readers searched the help for and no guide answered, by language, the most
wanted first: how often, the last day, and the words. For authors, who may write
a guide, or add the words to a guide's synonyms. Forgotten after ${MISS_KEPT_DAYS} days.
`;

const MOST_LINES = 50;

await main(async () => {
  if (!isWanted(help)) return 0;
  loadEnvironmentFile();
  for (const locale of LOCALES) {
    const misses = await listSearchMisses(locale, MOST_LINES);
    console.log(`${locale}: ${misses.length === 0 ? 'every search was answered' : ''}`);
    for (const { count, lastOn, wording } of misses) console.log(`${String(count).padStart(7)}  ${lastOn}  ${wording}`);
  }
  await closeDatabase();
  return 0;
});
