import { createClient } from '@libsql/client';

// Another process with the write lock: takes it, says so, and gives it back when told.
const client = createClient({ url: process.argv[2] ?? '', timeout: 5000 });
const transaction = await client.transaction('write');
process.once('message', async () => {
  await transaction.rollback();
  client.close();
  process.disconnect();
});
process.send?.('locked');
