import { getTranslations } from 'next-intl/server';
import { ActionForm } from '@/app/[locale]/_task/action-form';
import { PlaceFields } from '@/app/[locale]/sign-in/place-fields';
import { listOwnSessions } from '@/db/sessions';
import { deviceOf } from '@/lib/domain/user-agent';
import { formatInstant } from '@/lib/i18n/formats';
import type { Locale } from '@/lib/i18n/locales';
import { realNowAt } from '@/lib/server/clock';
import { personScopeOf } from '@/lib/server/guard';
import { type Session, timeZoneOf } from '@/lib/server/session';
import { sessionLimits } from '@/lib/server/sign-in/session-token';
import { Actions, Button } from '@/lib/ui/button';
import { DataTable } from '@/lib/ui/data-table';
import { StateMark } from '@/lib/ui/state-mark';
import { endOneSession, signOut, signOutEverywhere } from './action';
import { accountRefusals, placeIn } from './texts';

type Props = { readonly locale: Locale; readonly session: Session };

/** Every browser in which the person is signed in, each to be signed out. */
export async function Sessions({ locale, session }: Props) {
  const t = await getTranslations('account');
  const s = await getTranslations('account.sessions');
  const sessions = await listOwnSessions(personScopeOf(session), sessionLimits(realNowAt()));
  const time = (at: number) => formatInstant(locale, at, timeZoneOf(session));
  const stillIn = async () => ({ ...(await accountRefusals()), title: t('errorsTitle') });
  const place = <PlaceFields {...placeIn(locale, 'sessions')} />;
  const nameOf = (userAgent: string | null) => {
    const { browser, system } = deviceOf(userAgent);
    return browser && system ? s('browserOn', { browser, system }) : (browser ?? system ?? s('unknown'));
  };
  return (
    <section aria-labelledby="sessions">
      <h2 id="sessions">{s('title')}</h2>
      <DataTable
        caption={s('caption')}
        isCaptionHidden
        columns={[
          { id: 'device', label: s('device') },
          { id: 'started', label: s('started') },
          { id: 'seen', label: s('seen') },
          { id: 'change', label: s('change') },
        ]}
        rows={sessions.map(({ id, userAgent, createdAt, lastSeenAt }) => ({
          id,
          cells: [
            nameOf(userAgent),
            time(createdAt),
            time(lastSeenAt),
            id === session.id ? (
              <StateMark key="here" tone="good">
                {s('here')}
              </StateMark>
            ) : (
              <ActionForm key="end" form={`end-${id}`} action={endOneSession} refusals={accountRefusals}>
                {place}
                <input type="hidden" name="session" value={id} />
                <Button kind="text" aria-label={s('endNamed', { device: nameOf(userAgent) })}>
                  {s('end')}
                </Button>
              </ActionForm>
            ),
          ],
        }))}
      />
      <Actions>
        <ActionForm form="sign-out" action={signOut} refusals={stillIn}>
          {place}
          <Button kind="plain">{t('signOut')}</Button>
        </ActionForm>
        <ActionForm form="sign-out-everywhere" action={signOutEverywhere} refusals={stillIn}>
          {place}
          <Button kind="plain" aria-describedby="everywhere">
            {t('signOutEverywhere')}
          </Button>
        </ActionForm>
      </Actions>
      <p id="everywhere" className="hint">
        {t('signOutEverywhereHint')}
      </p>
    </section>
  );
}
