import type { ReactNode } from 'react';
import { Icon, type IconName } from './icon';

export type CalloutKind = 'note' | 'tip' | 'important' | 'caution' | 'warning';

const ICON: Record<CalloutKind, IconName> = {
  note: 'info',
  tip: 'bulb',
  important: 'info',
  caution: 'alert',
  warning: 'alert',
};

/** A remark beside the text. The title says what kind it is, so that colour is not needed to know. */
export function Callout({ kind, title, children }: { kind: CalloutKind; title: ReactNode; children?: ReactNode }) {
  return (
    <div className={`callout callout-${kind}`} role="note">
      <p className="callout-title">
        <Icon name={ICON[kind]} size={18} />
        {title}
      </p>
      {typeof children === 'string' ? <p>{children}</p> : children}
    </div>
  );
}
