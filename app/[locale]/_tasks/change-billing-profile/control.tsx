import { randomUUID } from 'node:crypto';
import { getLocale, getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { taskRefusals } from '@/app/[locale]/_task/refusals';
import { WhoMay } from '@/app/[locale]/_task/who-may';
import type { ProfileChoice } from '@/db/profile-choices';
import type { ProfileRefusal } from '@/lib/domain/profile-move';
import type { Typed } from '@/lib/domain/task-state';
import { formatCountry } from '@/lib/i18n/names';
import type { Reader } from '@/lib/server/guard';
import { Slip } from '@/lib/ui/slip';
import { BillingProfileForm } from './form';
import type { Chosen } from './situation';

type Props = {
  readonly reader: Reader;
  readonly chosen: Chosen;
  /** The page it stands on, with its query. */
  readonly here: string;
  readonly typed: Typed;
};

/** The profiles to choose from; one that cannot be chosen says why. */
export async function ProfileMoveControl({ reader, chosen, here, typed }: Props) {
  const t = await getTranslations('changeBillingProfile');
  const { subscription, choices } = chosen;
  return (
    <Slip>
      <BillingProfileForm
        locale={await getLocale()}
        here={here}
        at="choose-billing-profile"
        formKey={randomUUID()}
        subscription={subscription.id}
        version={subscription.version}
        refusals={taskRefusals('changeBillingProfile')}
        typed={typed}
        choices={choices.map(({ profile, refusal }) => ({
          value: profile.id,
          label: profile.name,
          isImpossible: refusal !== undefined,
          hint: <ChoiceHint reader={reader} profile={profile} current={chosen.current} refusal={refusal} />,
        }))}
        words={{ profile: t('profile'), review: t('review') }}
      />
    </Slip>
  );
}

type HintProps = {
  readonly reader: Reader;
  readonly profile: ProfileChoice;
  readonly current: ProfileChoice;
  readonly refusal: ProfileRefusal | undefined;
};

/** With what a profile pays, or why it cannot be chosen. */
async function ChoiceHint({ reader, profile, current, refusal }: HintProps): Promise<ReactNode> {
  const t = await getTranslations('changeBillingProfile');
  const locale = await getLocale();
  if (refusal === 'role_missing') return <WhoMay reader={reader} permission="subscription.move" profile={profile} />;
  const { brand, lastFour } = profile.paymentMethod ?? {};
  const app = await getTranslations('app');
  const method = brand && lastFour ? app('card', { brand, lastFour }) : app('invoice');
  if (refusal === undefined) return method;
  return t(`choices.${refusal}`, {
    method,
    currency: profile.currency,
    ownCurrency: current.currency,
    country: formatCountry(locale, profile.country),
    ownCountry: formatCountry(locale, current.country),
  });
}
