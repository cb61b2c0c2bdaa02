'use client';

import { useActionState } from 'react';
import { goOn } from '@/test/bench/baseline/app/form/action';

export function EmptyForm() {
  const [, submit] = useActionState(goOn, null);
  return (
    <form action={submit}>
      <input name="quantity" />
      <button type="submit">Review</button>
    </form>
  );
}
