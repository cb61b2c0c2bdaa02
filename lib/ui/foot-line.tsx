import type { ReactNode } from 'react';

/** The end of an article: where the text comes from, and the question whether it was of use. */
export function FootLine({ provenance, children }: { provenance: ReactNode; children?: ReactNode }) {
  return (
    <div className="foot-line">
      <p>{provenance}</p>
      {children ? <div>{children}</div> : null}
    </div>
  );
}
