import { useLocale, useTranslations } from 'next-intl';
import { SubscriptionState } from '@/app/[locale]/_apps/subscription-state';
import { ORGANIZATION_ROLES, profileRolesThatMay, rolesThatMay } from '@/lib/domain/roles';
import {
  causeOf,
  effectsOf,
  listSubscriptionEvents,
  nextState,
  type SubscriptionState as State,
  SUBSCRIPTION_STATES,
  type SubscriptionEvent,
} from '@/lib/domain/subscription-states';
import { formatAlternatives } from '@/lib/i18n/formats';
import { DataTable } from '@/lib/ui/data-table';
import { Disclosure } from '@/lib/ui/disclosure';

export function drawLifeTable() {
  return <LifeTable />;
}

/** Everything that can happen to an app, state by state, from the very table that decides it. */
function LifeTable() {
  const t = useTranslations('lifeOfApp');
  return (
    <div className="life-table">
      <h3 id="life-table">{t('title')}</h3>
      <p>{t('lead')}</p>
      {SUBSCRIPTION_STATES.map((state) => (
        <StateTable key={state} state={state} />
      ))}
    </div>
  );
}

function StateTable({ state }: { readonly state: State }) {
  const t = useTranslations('lifeOfApp');
  const states = useTranslations('subscription.states');
  const rows = listSubscriptionEvents().flatMap((event) => {
    const next = nextState(state, event);
    return next.ok ? [{ event, next: next.value }] : [];
  });
  return (
    <Disclosure
      summary={
        <>
          <SubscriptionState subscription={{ state, disabledReason: null }} />
          <span className="quiet"> {t('count', { count: rows.length })}</span>
        </>
      }
    >
      <DataTable
        caption={t('caption', { state: states(state) })}
        isCaptionHidden
        columns={(['event', 'who', 'next', 'effects'] as const).map((id) => ({ id, label: t(`columns.${id}`) }))}
        rows={rows.map(({ event, next }) => ({
          id: event,
          cells: [
            t(`events.${event}`),
            <Who key="who" event={event} />,
            next.state === state ? (
              t('stays')
            ) : (
              <SubscriptionState
                key="next"
                subscription={{ state: next.state, disabledReason: next.disabledReason ?? null }}
              />
            ),
            effectsOf(state, event)
              .map((effect) => t(`effects.${effect}`))
              .join(' '),
          ],
        }))}
      />
    </Disclosure>
  );
}

/** The roles that hold the permission, or who else it is. */
function Who({ event }: { readonly event: SubscriptionEvent }) {
  const t = useTranslations('lifeOfApp.who');
  const names = useTranslations('signIn');
  const locale = useLocale();
  const cause = causeOf(event);
  if (cause === 'publisher' || cause === 'bank' || cause === 'time') return t(cause);
  const profileRoles = profileRolesThatMay(cause).map((role) => names(`profileRoles.${role}`));
  if (profileRoles.length > 0) return t('profile', { roles: formatAlternatives(locale, profileRoles) });
  const granted = rolesThatMay(cause);
  const roles = ORGANIZATION_ROLES.filter((role) => granted.includes(`organization.${role}`));
  const roleNames = roles.map((role) => names(`roles.${role}`));
  return t('organization', { roles: formatAlternatives(locale, roleNames) });
}
