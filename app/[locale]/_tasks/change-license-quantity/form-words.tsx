import { NextIntlClientProvider, useMessages } from 'next-intl';
import type { ReactNode } from 'react';

/** Hands this task's forms the words they say in the browser, and no others. */
export function FormWords({ children }: { children: ReactNode }) {
  const { errors, errorTitle, quantity, quantityHint, review, replacePlanned, keepPlanned, leave } =
    useMessages().changeLicenseQuantity;
  const words = { errors, errorTitle, quantity, quantityHint, review, replacePlanned, keepPlanned, leave };
  return <NextIntlClientProvider messages={{ changeLicenseQuantity: words }}>{children}</NextIntlClientProvider>;
}
