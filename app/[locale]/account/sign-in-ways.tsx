import { getTranslations } from 'next-intl/server';
import { Fragment } from 'react';
import { ActionForm } from '@/app/[locale]/_task/action-form';
import { PlaceFields } from '@/app/[locale]/sign-in/place-fields';
import { listOwnLogins } from '@/db/logins';
import { listOwnPasskeys } from '@/db/passkeys';
import { dayIn } from '@/lib/domain/days';
import type { Typed } from '@/lib/domain/task-state';
import { formatDay } from '@/lib/i18n/formats';
import type { Locale } from '@/lib/i18n/locales';
import type { Action } from '@/lib/server/action';
import { personScopeOf } from '@/lib/server/guard';
import { isMailOn } from '@/lib/server/mail';
import { type Session, timeZoneOf } from '@/lib/server/session';
import { findIdentityProvider } from '@/lib/server/sign-in/identity-provider';
import { Button } from '@/lib/ui/button';
import { DataTable } from '@/lib/ui/data-table';
import type { AccountCode } from './account-code';
import { removeOwnPasskey, unlinkOwnLogin } from './action';
import { AddPasskey } from './add-passkey';
import { RenamePasskeyForm } from './rename-passkey-form';
import { accountRefusals, placeIn } from './texts';

type Props = { readonly locale: Locale; readonly session: Session; readonly typed: Typed };

/** By what the person can sign in, what can be taken away, and what can be added. */
export async function SignInWays({ locale, session, typed }: Props) {
  const t = await getTranslations('account.ways');
  const scope = personScopeOf(session);
  const provider = findIdentityProvider();
  const logins = provider ? await listOwnLogins(scope, provider.issuer) : [];
  const passkeys = await listOwnPasskeys(scope);
  const day = (at: number) => formatDay(locale, dayIn(timeZoneOf(session), at));
  const account = provider?.name ? t('provider', { provider: provider.name }) : t('providerUnnamed');
  const renaming = { rename: t('rename'), newName: t('newName'), save: t('saveName') };
  const rows = [
    ...logins.map(({ providerAccountId, linkedAt }) => ({
      id: providerAccountId,
      cells: [
        account,
        t('linkedOn', { date: day(linkedAt) }),
        <TakeAway
          key="unlink"
          locale={locale}
          action={unlinkOwnLogin}
          field={{ name: 'account', value: providerAccountId }}
          label={t('unlink')}
          named={t('unlinkNamed', { name: account })}
        />,
      ],
    })),
    ...(provider && logins.length === 0
      ? [{ id: 'link', cells: [account, t('notLinked'), <LinkLogin key="link" locale={locale} label={t('link')} />] }]
      : []),
    ...passkeys.map(({ id, name, createdAt, lastUsedAt }) => {
      const added = t('addedOn', { date: day(createdAt) });
      const used = lastUsedAt === null ? '' : `, ${t('usedOn', { date: day(lastUsedAt) })}`;
      const way = t('passkey', { name });
      return {
        id,
        cells: [
          way,
          added + used,
          <Fragment key="change">
            <RenamePasskeyForm
              place={placeIn(locale, 'sign-in-ways')}
              passkey={{ id, name }}
              words={{ ...renaming, renameNamed: t('renameNamed', { name: way }) }}
            />
            <TakeAway
              locale={locale}
              action={removeOwnPasskey}
              field={{ name: 'passkey', value: id }}
              label={t('remove')}
              named={t('removeNamed', { name: way })}
            />
          </Fragment>,
        ],
      };
    }),
    ...(isMailOn() ? [{ id: 'email', cells: [t('email'), t('emailTo', { email: session.email }), null] }] : []),
  ];
  return (
    <section aria-labelledby="sign-in-ways">
      <h2 id="sign-in-ways">{t('title')}</h2>
      <p>{t('lead')}</p>
      <DataTable
        caption={t('caption')}
        isCaptionHidden
        columns={[
          { id: 'way', label: t('way') },
          { id: 'since', label: t('since') },
          { id: 'change', label: t('change') },
        ]}
        rows={rows}
      />
      <AddPasskey locale={locale} typed={typed} />
    </section>
  );
}

type TakeAwayProps = {
  readonly locale: Locale;
  readonly action: Action<AccountCode>;
  readonly field: { readonly name: string; readonly value: string };
  readonly label: string;
  /** The label with what it is about, for whoever hears the button alone. */
  readonly named: string;
};

function TakeAway({ locale, action, field, label, named }: TakeAwayProps) {
  return (
    <ActionForm form={`${field.name}-${field.value}`} action={action} refusals={accountRefusals}>
      <PlaceFields {...placeIn(locale, 'sign-in-ways')} />
      <input type="hidden" {...field} />
      <Button kind="text" aria-label={named}>
        {label}
      </Button>
    </ActionForm>
  );
}

function LinkLogin({ locale, label }: { locale: Locale; label: string }) {
  return (
    <form method="post" action={`/${locale}/sign-in/oidc`}>
      <PlaceFields {...placeIn(locale, 'sign-in-ways')} />
      <input type="hidden" name="purpose" value="link" />
      <Button kind="text">{label}</Button>
    </form>
  );
}
