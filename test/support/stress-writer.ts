import { openDatabase } from '@/db/client';
import { writePair } from './stress-rows';

// Writes until it is killed, and says what was acknowledged, one message a write.
openDatabase({ url: process.argv[2] ?? '' });
const lane = process.argv[3] ?? '';
for (let number = 0; ; number += 1) {
  const id = `${lane}-${number}`;
  if (await writePair(id)) process.send?.(id);
}
