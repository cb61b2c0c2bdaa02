import { createElement, Fragment, type ReactNode } from 'react';

/** Text in which a line may end after the @ of an e-mail address, before it ends just anywhere. Other nodes are left alone. */
export function Breakable({ children }: { children: ReactNode }) {
  if (typeof children !== 'string' || !children.includes('@')) return children;
  const [first, ...rest] = children.split(/(?<=@)/);
  return createElement(Fragment, null, first, ...rest.flatMap((part) => [<wbr key={part} />, part]));
}
