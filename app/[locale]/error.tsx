'use client';

import { Button } from '@/lib/ui/button';
import { EmptyState } from '@/lib/ui/empty-state';
import { useFailureWords } from './_frame/failure-words';

type Props = { readonly error: Error & { readonly digest?: string }; readonly reset: () => void };

/** A defect of ours: an apology with the reference that the log has, too. */
export default function Failure({ error, reset }: Props) {
  const { title, lead, again, home, homePath, reference } = useFailureWords();
  return (
    <main className="page">
      <EmptyState title={title} text={lead}>
        <Button type="button" onClick={reset}>
          {again}
        </Button>
        <a href={homePath}>{home}</a>
      </EmptyState>
      {error.digest ? <p className="quiet small">{reference.replace('%s', error.digest)}</p> : null}
    </main>
  );
}
