'use client';

import type { ComponentProps } from 'react';
import { useFormStatus } from 'react-dom';
import { Button } from './button';

/** A form's button. While a script sends the form, it steps back: the browser shows nothing of that by itself. */
export function SubmitButton(props: ComponentProps<typeof Button>) {
  return <Button aria-disabled={useFormStatus().pending || undefined} {...props} />;
}
