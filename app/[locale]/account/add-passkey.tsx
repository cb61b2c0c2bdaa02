import { getTranslations } from 'next-intl/server';
import { WithPasskeys } from '@/app/[locale]/_passkeys/with-passkeys';
import type { Typed } from '@/lib/domain/task-state';
import type { Locale } from '@/lib/i18n/locales';
import { relyingParty } from '@/lib/server/sign-in/relying-party';
import { Slip } from '@/lib/ui/slip';
import { AddPasskeyForm } from './add-passkey-form';
import { accountRefusals, placeIn } from './texts';

/** A name and a button, where the browser knows passkeys; elsewhere a line that says what is needed. */
export async function AddPasskey({ locale, typed }: { locale: Locale; typed: Typed }) {
  const t = await getTranslations('passkeys');
  return (
    <WithPasskeys rpId={relyingParty().id} fallback={<p className="hint">{t('needsScript')}</p>}>
      <Slip>
        <h3>{t('addTitle')}</h3>
        <p>{t('addHint')}</p>
        <AddPasskeyForm
          place={placeIn(locale, 'sign-in-ways')}
          refusals={await accountRefusals()}
          name={typed.passkeyName ?? ''}
          words={{ name: t('name'), nameHint: t('nameHint'), add: t('add') }}
        />
      </Slip>
    </WithPasskeys>
  );
}
