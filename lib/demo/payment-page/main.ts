import { runBeside } from '@/lib/demo/companion';
import { startPaymentPage } from './server';
import { readPaymentPageSettings } from './settings';

// A program of its own: it stands for a payment provider's machine, which the site knows by its address alone.
const page = await startPaymentPage(readPaymentPageSettings(process.env));
runBeside(page.stop);
