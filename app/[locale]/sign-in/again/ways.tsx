import { getTranslations } from 'next-intl/server';
import { PasskeyForm } from '@/app/[locale]/_passkeys/passkey-form';
import { WithPasskeys } from '@/app/[locale]/_passkeys/with-passkeys';
import { ActionForm } from '@/app/[locale]/_task/action-form';
import { type Place, PlaceFields } from '@/app/[locale]/sign-in/place-fields';
import { signInRefusals } from '@/app/[locale]/sign-in/sign-in-texts';
import type { Session } from '@/lib/server/session';
import type { IdentityProvider } from '@/lib/server/sign-in/identity-provider';
import { MAGIC_LINK_MINUTES } from '@/lib/server/sign-in/limits';
import { relyingParty } from '@/lib/server/sign-in/relying-party';
import { Actions, Button } from '@/lib/ui/button';
import { Slip } from '@/lib/ui/slip';
import { askForOwnPasskey, confirmAsDemoPerson, confirmWithPasskey, sendOwnMagicLink } from './action';

type Props = { readonly place: Place; readonly session: Session };

async function againRefusals() {
  const t = await getTranslations('signIn.again');
  return { ...(await signInRefusals()), title: t('errorsTitle') };
}

/** One click, where the people are made up. */
export async function DemoAgain({ place, session }: Props) {
  const t = await getTranslations('signIn.again.demo');
  return (
    <Slip>
      <h2>{t('title')}</h2>
      <p>{t('hint')}</p>
      <ActionForm form="person" action={confirmAsDemoPerson} refusals={againRefusals}>
        <PlaceFields {...place} />
        <Actions>
          <Button>{t('submit', { name: session.name })}</Button>
        </Actions>
      </ActionForm>
    </Slip>
  );
}

/** Not an action, as when signing in: the browser has to go to another site by itself. */
export async function OidcAgain({ place, provider }: { place: Place; provider: IdentityProvider }) {
  const t = await getTranslations('signIn');
  return (
    <Slip>
      <h2>{t('oidc.title')}</h2>
      <p>{t('again.oidc.hint')}</p>
      <form method="post" action={`/${place.locale}/sign-in/oidc`}>
        <PlaceFields {...place} />
        <input type="hidden" name="purpose" value="again" />
        <Actions>
          <Button>
            {provider.name ? t('again.oidc.submit', { provider: provider.name }) : t('again.oidc.submitUnnamed')}
          </Button>
        </Actions>
      </form>
    </Slip>
  );
}

/** There with scripts alone. */
export async function PasskeyAgain({ place }: { place: Place }) {
  const t = await getTranslations('passkeys');
  return (
    <WithPasskeys rpId={relyingParty().id}>
      <Slip>
        <h2>{t('title')}</h2>
        <p>{t('hint')}</p>
        <PasskeyForm
          ceremony="get"
          ask={askForOwnPasskey}
          answer={confirmWithPasskey}
          label={t('again')}
          refusals={await againRefusals()}
        >
          <PlaceFields {...place} />
        </PasskeyForm>
      </Slip>
    </WithPasskeys>
  );
}

/** A link to the person's own address, which is therefore not asked for. */
export async function EmailAgain({ place, session }: Props) {
  const t = await getTranslations('signIn');
  return (
    <Slip>
      <h2>{t('email.title')}</h2>
      <p>{t('again.email.hint', { email: session.email, minutes: MAGIC_LINK_MINUTES })}</p>
      <ActionForm form="email" action={sendOwnMagicLink} refusals={againRefusals}>
        <PlaceFields {...place} />
        <Actions>
          <Button>{t('again.email.submit')}</Button>
        </Actions>
      </ActionForm>
    </Slip>
  );
}
