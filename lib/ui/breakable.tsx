import type { ReactNode } from 'react';

/** With the signs around it, which no line is to begin or end with. */
const ADDRESS = /\S+@\S+/g;

/** Text whose e-mail addresses keep together, or end a line after their @ where a line is too short. Other nodes are left alone. */
export function Breakable({ children }: { children: ReactNode }) {
  if (typeof children !== 'string') return children;
  const nodes: ReactNode[] = [];
  let end = 0;
  for (const { 0: address, index } of children.matchAll(ADDRESS)) {
    nodes.push(children.slice(end, index), <Address key={index} text={address} />);
    end = index + address.length;
  }
  return nodes.length === 0 ? children : [...nodes, children.slice(end)];
}

function Address({ text }: { text: string }) {
  const at = text.indexOf('@') + 1;
  return (
    <span className="mail-address">
      {text.slice(0, at)}
      <wbr />
      {text.slice(at)}
    </span>
  );
}
