import { getLocale, getTranslations } from 'next-intl/server';
import { PasskeyForm } from '@/app/[locale]/_passkeys/passkey-form';
import { WithPasskeys } from '@/app/[locale]/_passkeys/with-passkeys';
import { ActionForm } from '@/app/[locale]/_task/action-form';
import { type DemoPerson, listDemoPeople } from '@/db/people';
import { listDemoStaff } from '@/db/staff';
import { settings } from '@/lib/env';
import { formatList } from '@/lib/i18n/formats';
import type { IdentityProvider } from '@/lib/server/sign-in/identity-provider';
import { MAGIC_LINK_MINUTES } from '@/lib/server/sign-in/limits';
import { relyingParty } from '@/lib/server/sign-in/relying-party';
import { Actions, Button } from '@/lib/ui/button';
import { Slip } from '@/lib/ui/slip';
import { askForPasskey, signInAsDemoPerson, signInWithPasskey } from './action';
import { EmailForm } from './email-form';
import { type Place, PlaceFields } from './place-fields';
import { signInRefusals } from './sign-in-texts';

/** The made-up people by organization, each a button. */
export async function DemoWay({ place }: { place: Place }) {
  const t = await getTranslations('signIn');
  const people = await listDemoPeople();
  const staff = await listDemoStaff();
  const organizations = [...new Map(people.map(({ organization }) => [organization.id, organization])).values()];
  return (
    <Slip>
      <h2>{t('demo.title')}</h2>
      <p>{t('demo.hint')}</p>
      <ActionForm form="person" action={signInAsDemoPerson} refusals={signInRefusals}>
        <PlaceFields {...place} />
        <div className="people">
          {organizations.map(({ id, name }) => (
            <section key={id} aria-labelledby={`organization-${id}`}>
              <h3 id={`organization-${id}`}>{name}</h3>
              <ul>
                {people
                  .filter(({ organization }) => organization.id === id)
                  .map((person) => (
                    <DemoMemberItem key={person.id} person={person} />
                  ))}
              </ul>
            </section>
          ))}
          {staff.length > 0 ? (
            <section aria-labelledby="staff">
              <h3 id="staff">{settings().seller.name}</h3>
              <ul>
                {staff.map((person) => (
                  <DemoPersonItem
                    key={person.id}
                    person={person}
                    roles={formatList(
                      place.locale,
                      person.roles.map((role) => t(`staffRoles.${role}`)),
                    )}
                  />
                ))}
              </ul>
            </section>
          ) : null}
        </div>
      </ActionForm>
    </Slip>
  );
}

async function DemoMemberItem({ person }: { person: DemoPerson }) {
  const t = await getTranslations('signIn');
  const locale = await getLocale();
  const ofProfiles = [...new Set(person.profiles.map((held) => held.role))].map((each) => {
    const names = person.profiles.filter((held) => held.role === each).map((held) => held.name);
    return t('demo.profileRole', { role: t(`profileRoles.${each}`), profile: formatList(locale, names) });
  });
  return <DemoPersonItem person={person} roles={t(`roles.${person.role}`)} ofProfiles={ofProfiles.join(', ')} />;
}

type ItemProps = { person: Pick<DemoPerson, 'id' | 'name'>; roles: string; ofProfiles?: string };

async function DemoPersonItem({ person: { id, name }, roles, ofProfiles = '' }: ItemProps) {
  const t = await getTranslations('signIn');
  return (
    <li className="person">
      <button
        type="submit"
        name="personId"
        value={id}
        aria-label={t('demo.submit', { name })}
        aria-describedby={`role-${id}`}
      >
        {name}
      </button>
      <p id={`role-${id}`}>
        <span className="capital">{roles}</span> {ofProfiles ? <span className="capital">{ofProfiles}</span> : null}
      </p>
    </li>
  );
}

/** Not an action: the answer leads to another site, where a browser has to go by itself. */
export async function OidcWay({ place, provider }: { place: Place; provider: IdentityProvider }) {
  const t = await getTranslations('signIn');
  return (
    <Slip>
      <h2>{t('oidc.title')}</h2>
      <p>{t('oidc.hint')}</p>
      <form method="post" action={`/${place.locale}/sign-in/oidc`}>
        <PlaceFields {...place} />
        <Actions>
          <Button>{provider.name ? t('oidc.submit', { provider: provider.name }) : t('oidc.submitUnnamed')}</Button>
        </Actions>
      </form>
    </Slip>
  );
}

/** There with scripts alone: a passkey cannot be asked for without. */
export async function PasskeyWay({ place }: { place: Place }) {
  const t = await getTranslations('passkeys');
  return (
    <WithPasskeys rpId={relyingParty().id}>
      <Slip>
        <h2>{t('title')}</h2>
        <p>{t('hint')}</p>
        <PasskeyForm
          ceremony="get"
          ask={askForPasskey}
          answer={signInWithPasskey}
          label={t('signIn')}
          refusals={await signInRefusals()}
        >
          <PlaceFields {...place} />
        </PasskeyForm>
      </Slip>
    </WithPasskeys>
  );
}

export async function EmailWay({ place }: { place: Place }) {
  const t = await getTranslations('signIn');
  return (
    <Slip>
      <h2>{t('email.title')}</h2>
      <EmailForm
        label={t('email.label')}
        hint={t('email.hint', { minutes: MAGIC_LINK_MINUTES })}
        submit={t('email.submit')}
      >
        <PlaceFields {...place} />
      </EmailForm>
    </Slip>
  );
}
