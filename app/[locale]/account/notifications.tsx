import { getTranslations } from 'next-intl/server';
import { ActionForm } from '@/app/[locale]/_task/action-form';
import { PlaceFields } from '@/app/[locale]/sign-in/place-fields';
import { listNotificationChoices } from '@/db/notification-choices';
import { isNotified, isOffered, NOTIFICATION_KINDS } from '@/lib/domain/notifications';
import type { Locale } from '@/lib/i18n/locales';
import { personScopeOf } from '@/lib/server/guard';
import type { Session } from '@/lib/server/session';
import { Actions, Button } from '@/lib/ui/button';
import { DataTable } from '@/lib/ui/data-table';
import { chooseNotifications } from './action';
import { accountRefusals, placeIn } from './texts';

type Props = { readonly locale: Locale; readonly session: Session };

/** Which mails the person gets about which billing profile. */
export async function Notifications({ locale, session }: Props) {
  const t = await getTranslations('notifications');
  const profiles = await listNotificationChoices(personScopeOf(session));
  return (
    <section aria-labelledby="notifications">
      <h2 id="notifications">{t('title')}</h2>
      <p>{t('lead')}</p>
      {profiles.length === 0 ? (
        <p className="hint">{t('none')}</p>
      ) : (
        <ActionForm form="notifications" action={chooseNotifications} refusals={accountRefusals}>
          <PlaceFields {...placeIn(locale, 'notifications')} />
          {profiles.map(({ id }) => (
            <input key={id} type="hidden" name={`shown:${id}`} value="yes" />
          ))}
          <DataTable
            caption={t('caption')}
            isCaptionHidden
            columns={[
              { id: 'profile', label: t('profile') },
              ...NOTIFICATION_KINDS.map((kind) => ({ id: kind, label: t(`kinds.${kind}`) })),
            ]}
            rows={profiles.map(({ id, name, roles, choices }) => ({
              id,
              cells: [
                name,
                ...NOTIFICATION_KINDS.map((kind) =>
                  isOffered(kind, roles) ? (
                    <label key={kind} className="tick">
                      <input
                        type="checkbox"
                        name={`${kind}:${id}`}
                        defaultChecked={isNotified(kind, choices, roles)}
                        aria-label={t('choice', { wanted: t('wanted'), kind: t(`kinds.${kind}`), profile: name })}
                      />
                      {t('wanted')}
                    </label>
                  ) : null,
                ),
              ],
            }))}
          />
          <Actions>
            <Button kind="plain">{t('save')}</Button>
          </Actions>
        </ActionForm>
      )}
    </section>
  );
}
