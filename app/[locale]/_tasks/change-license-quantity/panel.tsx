import { getTranslations } from 'next-intl/server';
import { pathWith } from '@/app/[locale]/_frame/page-props';
import type { Reader } from '@/lib/server/guard';
import { QuantityControl } from './control';
import { Obstacle } from './obstacle';
import { ReceiptLink } from './receipt-link';
import { QuantityReview } from './review';
import type { Chosen } from './situation';
import { findTyped } from './typed';

type Props = {
  readonly reader: Reader;
  readonly chosen: Chosen;
  readonly path: string;
  readonly preview: string | undefined;
  readonly kept: string | undefined;
};

/** The task on the app's own page: the same form, review and reasons as in the guide's steps. */
export async function QuantityPanel(props: Props) {
  const t = await getTranslations('changeLicenseQuantity');
  return (
    <section aria-labelledby="change-license-quantity" className="panel">
      <h2 id="change-license-quantity">{t('title')}</h2>
      <PanelBody {...props} />
    </section>
  );
}

async function PanelBody({ reader, chosen, path, preview, kept }: Props) {
  const { subscription, refusal, mayChange, reviewed, receipt } = chosen;
  if (receipt) return <ReceiptLink id={receipt.id} reference={receipt.reference} />;
  if (reviewed) {
    const here = pathWith(path, { preview });
    return (
      <div id="review">
        <QuantityReview
          reader={reader}
          chosen={{ ...chosen, reviewed }}
          here={here}
          back={`${path}#change-license-quantity`}
        />
      </div>
    );
  }
  const reason = refusal ?? (mayChange ? undefined : 'permission_missing');
  const typed = await findTyped(kept);
  return (
    <>
      {reason ? (
        <p>
          <Obstacle reader={reader} subscription={subscription} reason={reason} />
        </p>
      ) : null}
      {mayChange ? <QuantityControl chosen={chosen} here={path} at="change-license-quantity" typed={typed} /> : null}
    </>
  );
}
