import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import type { Settings } from '@/lib/env';
import { programs } from './terminal';

/** Starts the demo's sample of a publisher's portal: a program of its own, which knows the site by its address alone. */
export function startPublisherPortal({ siteUrl, port, publisherPortalPort, dataFolder }: Settings): ChildProcess {
  return spawn(process.execPath, [programs.tsx, 'lib/demo/publisher-portal/main.ts'], {
    env: {
      NODE_ENV: process.env.NODE_ENV,
      PATH: process.env.PATH,
      PORTAL_PORT: String(publisherPortalPort),
      PORTAL_FOLDER: join(dataFolder, 'publisher-portal'),
      PORTAL_API: `http://localhost:${port}/api`,
      PORTAL_RETURN: `${siteUrl}/help`,
    },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
}
