import { randomUUID } from 'node:crypto';
import { getLocale, getTranslations } from 'next-intl/server';
import { CommitForm } from '@/app/[locale]/_task/commit-form';
import { taskRefusals } from '@/app/[locale]/_task/refusals';
import { dayIn } from '@/lib/domain/days';
import { decideOpenPortal, hostOf } from '@/lib/domain/publisher-portal';
import { formatDay } from '@/lib/i18n/formats';
import { Slip } from '@/lib/ui/slip';
import { openPublisherPortal } from './action';
import type { Chosen } from './situation';

type Props = {
  readonly chosen: Chosen;
  readonly wish: 'manage' | 'assign_licenses';
  /** The page it stands on, with its query. */
  readonly here: string;
  readonly at: string;
  /** It is not what comes next here. */
  readonly isAside?: boolean;
};

/** Where the button leads, told before it is pressed; and what is left to do there. Nothing for who may not. */
export async function PortalSlip({ chosen, wish, here, at, isAside = false }: Props) {
  const { subscription, mayOpen, visit, visitedAt } = chosen;
  const { id, state, publisher, profile, activateBy } = subscription;
  const decided = decideOpenPortal(state, wish);
  if (!mayOpen || !decided.ok) return null;
  const t = await getTranslations('openPublisherPortal');
  const locale = await getLocale();
  const isPending = decided.value === 'activate';
  const label = isPending && visit === 'arrived' ? t('again') : t(LABELS[decided.value]);
  const visitedOn = visitedAt === undefined ? '' : formatDay(locale, dayIn(profile.timeZone, visitedAt));
  return (
    <Slip>
      {isPending && visit === 'arrived' ? <p>{t('arrived', { publisher: publisher.name })}</p> : null}
      {isPending && visit === 'expired' ? <p>{t('expired', { date: visitedOn })}</p> : null}
      <p>{t('goesTo', { host: hostOf(publisher.landingUrl), publisher: publisher.name })}</p>
      {isPending && activateBy !== null ? (
        <p className="hint">{t('deadline', { date: formatDay(locale, activateBy) })}</p>
      ) : null}
      <CommitForm
        form={wish}
        action={openPublisherPortal}
        refusals={taskRefusals('openPublisherPortal')}
        locale={locale}
        here={here}
        at={at}
        formKey={randomUUID()}
        hidden={{ subscription: id, wish }}
        label={label}
        kind={isAside ? 'plain' : 'primary'}
      />
    </Slip>
  );
}

const LABELS = { activate: 'activate', manage: 'manage', assign_licenses: 'assign' } as const;
