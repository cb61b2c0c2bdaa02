'use client';

import { type ReactNode, useSyncExternalStore } from 'react';
import { canUsePasskeys } from './device';

const never = () => () => {};

/** Shows what needs passkeys, once the page's script has found that the browser has them for this host. */
export function WithPasskeys({ rpId, children }: { rpId: string; children: ReactNode }) {
  const canUse = useSyncExternalStore(
    never,
    () => canUsePasskeys(rpId),
    () => false,
  );
  return canUse ? children : null;
}
