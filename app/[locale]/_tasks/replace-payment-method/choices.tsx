import { randomUUID } from 'node:crypto';
import { getLocale, getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { CommitForm } from '@/app/[locale]/_task/commit-form';
import { taskRefusals } from '@/app/[locale]/_task/refusals';
import type { PayingProfile } from '@/db/paying-profiles';
import { findBankTransferRefusal, isOwing } from '@/lib/domain/payment-methods';
import { formatList } from '@/lib/i18n/formats';
import { paymentPageOrigin } from '@/lib/server/payment/payment-page-origin';
import type { ButtonKind } from '@/lib/ui/button';
import { enterCard, reviewPaymentMethod } from './action';

type Props = { readonly profile: PayingProfile; readonly here: string; readonly at: string };

/** Every way to change what pays: each a button of its own, with what it means. */
export async function ChoiceForms({ profile, here, at }: Props) {
  const t = await getTranslations('replacePaymentMethod');
  const locale = await getLocale();
  const refusals = taskRefusals('replacePaymentMethod');
  const { facts } = profile;
  const origin = paymentPageOrigin();
  const place = () => ({ locale, here, at, formKey: randomUUID(), refusals });
  const toPage = (role: 'primary' | 'backup', label: string, kind: ButtonKind) => (
    <CommitForm
      {...place()}
      form={role}
      action={enterCard}
      hidden={{ profile: profile.id, role }}
      label={label}
      kind={kind}
    />
  );
  const toReview = (act: 'use_bank_transfer' | 'remove_backup', label: string) => (
    <CommitForm
      {...place()}
      form={act}
      action={reviewPaymentMethod}
      hidden={{ profile: profile.id, version: profile.version, act }}
      label={label}
      kind="plain"
    />
  );
  const paysByCard = facts.method.kind === 'card';
  return (
    <>
      {origin === undefined ? (
        <Act about={t('noProvider')} />
      ) : (
        <Act about={t('cardAbout', { host: new URL(origin).host })}>
          {toPage('primary', paysByCard ? t('card') : t('cardFirst'), 'primary')}
        </Act>
      )}
      {paysByCard ? (
        <>
          <BankTransfer profile={profile}>{toReview('use_bank_transfer', t('bankTransfer'))}</BankTransfer>
          {origin === undefined && facts.backup === null ? null : (
            <Act about={t('backupAbout')}>
              {origin === undefined
                ? null
                : toPage('backup', facts.backup ? t('replaceBackup') : t('addBackup'), 'plain')}
              {facts.backup ? toReview('remove_backup', t('removeBackup')) : null}
            </Act>
          )}
        </>
      ) : null}
    </>
  );
}

async function BankTransfer({ profile, children }: { profile: PayingProfile; children: ReactNode }) {
  const t = await getTranslations('replacePaymentMethod');
  const { facts } = profile;
  if (findBankTransferRefusal(facts) === undefined) return <Act about={t('bankTransferAbout')}>{children}</Act>;
  const owing = facts.apps.filter(({ state }) => isOwing(state)).map(({ name }) => name);
  return <Act about={t('bankTransferFailed', { apps: formatList(await getLocale(), owing) })} />;
}

function Act({ about, children }: { about: string; children?: ReactNode }) {
  return (
    <div className="act">
      <p>{about}</p>
      {children}
    </div>
  );
}
