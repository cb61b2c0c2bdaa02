import { runBeside } from '@/lib/demo/companion';
import { startPortal } from './server';
import { readPortalSettings } from './settings';

// A program of its own: it stands for a publisher's machine and knows the marketplace by its address and API alone.
const portal = await startPortal(readPortalSettings(process.env));
console.log(`The sample publisher's portal listens on ${portal.origin}`);
runBeside(portal.stop);
