import type { Metadata } from 'next';
import { connection } from 'next/server';
import { getMessages, getTranslations } from 'next-intl/server';
import { Frame } from '@/app/[locale]/_frame/frame';
import { MissingPage } from '@/app/[locale]/_frame/missing-page';
import { type PageProps, requireLocale } from '@/app/[locale]/_frame/page-props';
import { FigureList } from '@/app/[locale]/_task/figure-list';
import { WhyCancelled } from '@/app/[locale]/_tasks/cancel-subscription/why';
import type { Receipt } from '@/db/receipts';
import { isPurchaseAct, isTeamAct } from '@/lib/domain/acts';
import { printMessage } from '@/lib/i18n/figures';
import { formatInstant, formatList } from '@/lib/i18n/formats';
import type { Locale } from '@/lib/i18n/locales';
import { mayOn, requireReader } from '@/lib/server/guard';
import { findReadableReceipt } from '@/lib/server/readable-record';
import { ButtonLink } from '@/lib/ui/button';
import { Pair, Pairs } from '@/lib/ui/pairs';
import { ReceiptSheet } from '@/lib/ui/receipt-sheet';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('app');
  return { title: `${t('receipts')} – Stegvis` };
}

/** The proof of an act, written out anew in whichever language it is read. */
export default async function ReceiptPage({ params }: Pick<PageProps<'id'>, 'params'>) {
  await connection();
  const { locale: tag, id } = await params;
  const locale = requireLocale(tag);
  const reader = await requireReader(locale, `/${locale}/receipts/${id}`);
  const receipt = await findReadableReceipt(reader, id);
  if (!receipt) return <MissingPage locale={locale} session={reader.session} />;
  const t = await getTranslations('receipts');
  const { titles } = (await getMessages()).receipts;
  const { facts, act } = receipt;
  const time = formatInstant(locale, receipt.createdAt, facts.timeZone);
  return (
    <Frame locale={locale} path={`/receipts/${id}`} session={reader.session} section={isTeamAct(act) ? 'team' : 'apps'}>
      <div className="receipt-page">
        <ReceiptSheet
          title={printMessage(locale, titles[act], facts.values)}
          reference={t('reference', { reference: receipt.reference, time })}
          next={<NextSteps receipt={receipt} locale={locale} />}
          tools={<p className="small quiet">{t('print')}</p>}
        >
          <Pairs>
            <FigureList figures={facts.figures} />
            {facts.documents.map((document) => (
              <Pair key={document.id} name={t(`document.${document.kind}`)}>
                {mayOn(reader, 'invoice.see', receipt.billingProfileId) ? (
                  <a href={`/${locale}/billing/invoices/${document.id}`}>{document.number}</a>
                ) : (
                  document.number
                )}
              </Pair>
            ))}
            <Pair name={t('by')}>{receipt.personName}</Pair>
            {facts.recipients.length > 0 ? (
              <Pair name={t('sentTo')}>{formatList(locale, facts.recipients)}</Pair>
            ) : null}
          </Pairs>
        </ReceiptSheet>
        <WhyCancelled reader={reader} receipt={receipt} />
      </div>
    </Frame>
  );
}

async function NextSteps({ receipt, locale }: { receipt: Receipt; locale: Locale }) {
  const t = await getTranslations('receipts');
  const { next } = (await getMessages()).receipts;
  const { facts, act, subscriptionId, billingProfileId } = receipt;
  return (
    <>
      <h2>{t('nextTitle')}</h2>
      <p>{printMessage(locale, next[act], facts.values)}</p>
      {subscriptionId || billingProfileId ? (
        <div className="actions">
          {subscriptionId && isPurchaseAct(act) ? (
            <ButtonLink
              kind="primary"
              href={`/${locale}/help/activate-app?app=${subscriptionId}#open-publisher-portal`}
            >
              {t('toActivation', { app: facts.subject })}
            </ButtonLink>
          ) : null}
          {subscriptionId ? (
            <ButtonLink href={`/${locale}/apps/${subscriptionId}`}>{t('toApp', { app: facts.subject })}</ButtonLink>
          ) : (
            <ButtonLink href={`/${locale}/billing/profiles/${billingProfileId}`}>
              {t('toProfile', { profile: facts.subject })}
            </ButtonLink>
          )}
        </div>
      ) : null}
      {isTeamAct(act) ? (
        <div className="actions">
          <ButtonLink href={`/${locale}/team`}>{t('toTeam')}</ButtonLink>
        </div>
      ) : null}
    </>
  );
}
