'use client';

import { type ReactNode, useSyncExternalStore } from 'react';
import { canUsePasskeys } from './device';

const never = () => () => {};

type Props = { readonly rpId: string; readonly children: ReactNode; readonly fallback?: ReactNode };

/** Shows what needs passkeys, once the page's script has found that the browser has them for this host. */
export function WithPasskeys({ rpId, children, fallback = null }: Props) {
  const canUse = useSyncExternalStore(
    never,
    () => canUsePasskeys(rpId),
    () => false,
  );
  return canUse ? children : fallback;
}
