import type { IncomingMessage } from 'node:http';
import type { Approvals } from './approvals';
import type { SetupSessions } from './sessions';
import type { PaymentPageSettings } from './settings';

/** What came in, read whole. `body` is undefined when it is too large. */
export type Call = {
  readonly method: string;
  readonly url: URL;
  readonly headers: IncomingMessage['headers'];
  readonly body: string | undefined;
};

export type Answer = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
};

export type House = {
  readonly sessions: SetupSessions;
  readonly approvals: Approvals;
  readonly settings: PaymentPageSettings;
  readonly clock: () => number;
};
