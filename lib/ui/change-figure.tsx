import type { ReactNode } from 'react';
import { Icon } from './icon';

/** Before and after in large figures. `between` is the word the arrow stands for ("becomes"), for assistive technology. */
export function ChangeFigure({ from, to, between }: { from: ReactNode; to: ReactNode; between: string }) {
  return (
    <p className="change-figure">
      <span>{from}</span>
      <Icon name="arrow" size={26} className="flip" />
      <span className="visually-hidden"> {between} </span>
      <span className="to">{to}</span>
    </p>
  );
}
