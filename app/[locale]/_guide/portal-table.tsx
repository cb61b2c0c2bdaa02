import { useTranslations } from 'next-intl';
import { WhatWhere } from '@/lib/ui/what-where';

const HERE = ['quantity', 'profile', 'payment', 'invoices', 'cancel'] as const;
const PUBLISHER = ['setUp', 'assign', 'support'] as const;

/** Who does what, and where: the two portals side by side. */
export function PortalTable({ isOpen = false }: { isOpen?: boolean }) {
  const t = useTranslations('portals');
  return (
    <WhatWhere
      isOpen={isOpen}
      summary={t('summary')}
      here={{
        title: t('here.title'),
        children: (
          <ul>
            {HERE.map((what) => (
              <li key={what}>{t(`here.${what}`)}</li>
            ))}
          </ul>
        ),
      }}
      elsewhere={{
        title: t('publisher.title'),
        children: (
          <ul>
            {PUBLISHER.map((what) => (
              <li key={what}>{t(`publisher.${what}`)}</li>
            ))}
          </ul>
        ),
      }}
    />
  );
}
