import { getTranslations } from 'next-intl/server';
import type { TaskPlace } from '@/app/[locale]/_task/place';
import { WhoMay } from '@/app/[locale]/_task/who-may';
import { formatCountry } from '@/lib/i18n/names';
import type { Reader } from '@/lib/server/guard';
import { Actions, Button } from '@/lib/ui/button';
import { ChoiceSet } from '@/lib/ui/choice-set';
import { Slip } from '@/lib/ui/slip';
import type { JudgedProfile } from './judge';
import type { Chosen } from './situation';

type Props = { readonly reader: Reader; readonly place: TaskPlace; readonly chosen: Chosen };

/** Who pays: a plain form. A profile that cannot be chosen says why. */
export async function ProfileForm({ reader, place: { path, locale }, chosen }: Props) {
  const t = await getTranslations('getApps');
  const { selection, profiles, currency } = chosen;
  const { profile: _, ...kept } = selection;
  const first = profiles.find(({ refusal }) => refusal === undefined);
  return (
    <Slip>
      <form action={`${path}#choose-billing-profile`} method="get" noValidate>
        {Object.entries(kept).map(([name, value]) =>
          value === undefined ? null : <input key={name} type="hidden" name={name} value={value} />,
        )}
        <ChoiceSet
          id="get-profile"
          legend={t('profile')}
          name="profile"
          chosen={first?.profile.id}
          choices={profiles.map((judged) => ({
            value: judged.profile.id,
            label: judged.profile.name,
            isImpossible: judged.refusal !== undefined,
            hint: <Hint reader={reader} judged={judged} locale={locale} currency={currency ?? ''} />,
          }))}
        />
        <Actions>
          <Button>{t('chooseProfile')}</Button>
        </Actions>
      </form>
    </Slip>
  );
}

type HintProps = {
  readonly reader: Reader;
  readonly judged: JudgedProfile;
  readonly locale: string;
  readonly currency: string;
};

/** With what a profile pays, or why it cannot be chosen. */
async function Hint({ reader, judged: { profile, refusal }, locale, currency }: HintProps) {
  const t = await getTranslations('getApps');
  const app = await getTranslations('app');
  if (refusal === 'permission_missing')
    return <WhoMay reader={reader} permission="subscription.buy" profile={profile} />;
  if (refusal) {
    const country = formatCountry(locale, profile.country);
    return t(`profileRefusals.${refusal}`, { currency: profile.currency, priceCurrency: currency, country });
  }
  const { brand, lastFour } = profile.paymentMethod ?? {};
  const method = brand && lastFour ? app('card', { brand, lastFour }) : app('invoice');
  return t('profileHint', { method, currency: profile.currency });
}
