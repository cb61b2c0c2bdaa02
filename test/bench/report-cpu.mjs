import { createServer } from 'node:http';
import { isMainThread } from 'node:worker_threads';

/** Loaded into a measured server by NODE_OPTIONS: tells the processor time of the whole process on a port of its own. */
if (isMainThread && process.env.BENCH_CPU_PORT) {
  const server = createServer((_, response) => response.end(JSON.stringify(process.cpuUsage())));
  // Another process of the same server, if there is one, finds the port taken and stays silent.
  server.on('error', () => {});
  server.listen(Number(process.env.BENCH_CPU_PORT), 'localhost').unref();
}
