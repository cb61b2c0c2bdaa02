import { useTranslations } from 'next-intl';
import type { SetupState } from '@/lib/server/payment/card-setup';
import { Slip } from '@/lib/ui/slip';
import { ChoiceForms } from './choices';
import { GivenCard } from './given-card';
import { MethodFacts } from './method-facts';
import type { Chosen } from './situation';

type Props = {
  readonly chosen: Chosen;
  /** The page it stands on, with its query. */
  readonly here: string;
  readonly at: string;
};

/** What pays now, and every way to change that; after the provider's page, the card that was given there. */
export function MethodControl({ chosen, here, at }: Props) {
  const { given, profile } = chosen;
  if (given?.state === 'given') return <GivenCard chosen={chosen} given={given} here={here} at={at} />;
  return (
    <Slip>
      {given ? <CameWithout state={given.state} /> : null}
      <MethodFacts profile={profile} />
      <ChoiceForms profile={profile} here={here} at={at} />
    </Slip>
  );
}

/** Back from the provider's page, and no card to go on with. */
function CameWithout({ state }: { state: Exclude<SetupState['state'], 'given'> }) {
  const t = useTranslations('replacePaymentMethod');
  const text = {
    setup_open: t('notGiven'),
    setup_gone: t('gone'),
    provider_away: t('away'),
    no_provider: t('noProvider'),
  }[state];
  return (
    <p className="act-note" role="status">
      {text}
    </p>
  );
}
