import type { OfferDraft, PlanDraft } from '@/db/offers';

type Rest = Pick<PlanDraft, 'range'> & { readonly decreasePolicy?: PlanDraft['decreasePolicy'] };

/** Prices in öre and cents. Plan names are names: the same in every language. */
function monthly(id: string, SEK: bigint, EUR: bigint, { decreasePolicy = 'at_renewal', range }: Rest = {}): PlanDraft {
  const name = range ? 'Standard' : 'Total';
  return { id, name, term: 'P1M', decreasePolicy, prices: { SEK, EUR }, ...(range ? { range } : {}) };
}

function annual(id: string, SEK: bigint, EUR: bigint, { decreasePolicy = 'at_renewal', range }: Rest = {}): PlanDraft {
  const name = range ? 'Standard 12' : 'Total 12';
  return { id, name, term: 'P1Y', decreasePolicy, prices: { SEK, EUR }, ...(range ? { range } : {}) };
}

/** A plan that can do more than the monthly one beside it. */
function plus(id: string, SEK: bigint, EUR: bigint, rest: Rest): PlanDraft {
  return { ...monthly(id, SEK, EUR, rest), name: 'Plus' };
}

const upTo = (max: number, min = 1) => ({ range: { min, max } });

export const OFFERS: readonly OfferDraft[] = [
  {
    id: 'tallyworks-pro',
    publisherId: 'tallyworks',
    name: 'Tallyworks Pro',
    summaries: {
      'en-US': 'Bookkeeping, invoicing and month-end closing for finance teams.',
      'sv-SE': 'Bokföring, fakturering och månadsbokslut för ekonomiavdelningen.',
    },
    plans: [
      monthly('tallyworks-pro-monthly', 12900n, 1190n, upTo(300)),
      plus('tallyworks-pro-plus', 16900n, 1550n, upTo(300)),
      annual('tallyworks-pro-annual', 129000n, 11900n, upTo(300)),
    ],
  },
  {
    id: 'tallyworks-expenses',
    publisherId: 'tallyworks',
    name: 'Tallyworks Expenses',
    summaries: {
      'en-US': 'Photograph a receipt and the expense report writes itself.',
      'sv-SE': 'Fotografera kvittot, så blir utläggsrapporten klar av sig själv.',
    },
    plans: [
      annual('tallyworks-expenses-annual', 58800n, 5400n, upTo(1000)),
      monthly('tallyworks-expenses-monthly', 4900n, 450n, upTo(1000)),
    ],
  },
  {
    id: 'tallyworks-payroll',
    publisherId: 'tallyworks',
    name: 'Tallyworks Payroll',
    summaries: {
      'en-US': 'Monthly pay, holiday and absence in one run.',
      'sv-SE': 'Löner, semester och frånvaro i en och samma körning.',
    },
    plans: [monthly('tallyworks-payroll-monthly', 7500n, 690n, upTo(500, 5))],
  },
  {
    id: 'tallyworks-archive',
    publisherId: 'tallyworks',
    name: 'Tallyworks Archive',
    summaries: {
      'en-US': 'Keeps vouchers safe and searchable for as long as the law asks.',
      'sv-SE': 'Bevarar verifikationer säkert och sökbart så länge lagen kräver det.',
    },
    plans: [
      monthly('tallyworks-archive-monthly', 89000n, 7900n),
      monthly('tallyworks-archive-licenses', 4900n, 450n, upTo(200)),
    ],
  },
  {
    id: 'tallyworks-forecast',
    publisherId: 'tallyworks',
    name: 'Tallyworks Forecast',
    summaries: {
      'en-US': 'Budget and cash flow twelve months ahead, from the books you already keep.',
      'sv-SE': 'Budget och likviditet tolv månader framåt, ur den bokföring ni redan har.',
    },
    plans: [
      monthly('tallyworks-forecast-monthly', 69000n, 6200n),
      annual('tallyworks-forecast-annual', 690000n, 62000n),
    ],
  },
  {
    id: 'tallyworks-hmrc',
    publisherId: 'tallyworks',
    name: 'Tallyworks VAT for HMRC',
    summaries: {
      'en-US': 'Files VAT returns with HM Revenue & Customs straight from the books.',
      'sv-SE': 'Lämnar momsdeklarationen till brittiska HMRC direkt ur bokföringen.',
    },
    countries: ['GB'],
    plans: [{ ...monthly('tallyworks-hmrc-monthly', 29000n, 2600n), prices: { GBP: 2200n } }],
  },
  {
    id: 'ritkant',
    publisherId: 'brattkant',
    name: 'Ritkant',
    summaries: {
      'en-US': 'Review drawings together and keep every comment on the right revision.',
      'sv-SE': 'Granska ritningar tillsammans, med varje kommentar på rätt revision.',
    },
    plans: [
      monthly('ritkant-monthly', 24900n, 2290n, upTo(200)),
      plus('ritkant-plus', 31900n, 2950n, upTo(200)),
      annual('ritkant-annual', 249000n, 22900n, upTo(200)),
    ],
  },
  {
    id: 'mangdbok',
    publisherId: 'brattkant',
    name: 'Mängdbok',
    summaries: {
      'en-US': 'Takes quantities straight off the drawing and keeps them with the bill of materials.',
      'sv-SE': 'Tar ut mängderna direkt ur ritningen och håller ihop dem med materiallistan.',
    },
    plans: [
      monthly('mangdbok-monthly', 18900n, 1750n, upTo(150, 2)),
      annual('mangdbok-annual', 189000n, 17500n, upTo(150, 2)),
    ],
  },
  {
    id: 'lagkort',
    publisherId: 'brattkant',
    name: 'Lagkort',
    summaries: {
      'en-US': 'Plan crews and shifts, and see at a glance who is free.',
      'sv-SE': 'Planera lag och skift och se direkt vem som är ledig.',
    },
    plans: [monthly('lagkort-monthly', 6900n, 640n, upTo(400)), monthly('lagkort-total', 390000n, 35900n)],
  },
  {
    id: 'platsbok',
    publisherId: 'brattkant',
    name: 'Platsbok',
    summaries: {
      'en-US': 'The daily site diary with photos, weather and signatures.',
      'sv-SE': 'Byggdagboken med bilder, väder och underskrifter.',
    },
    plans: [monthly('platsbok-monthly', 9900n, 910n, upTo(500))],
  },
  {
    id: 'skyddsrond',
    publisherId: 'brattkant',
    name: 'Skyddsrond Direkt',
    summaries: {
      'en-US': 'Safety rounds on the phone, with follow-up until every remark is closed.',
      'sv-SE': 'Skyddsronder i mobilen, med uppföljning tills varje anmärkning är åtgärdad.',
    },
    plans: [annual('skyddsrond-annual', 1490000n, 136000n)],
  },
  {
    id: 'tidlapp',
    publisherId: 'brattkant',
    name: 'Tidlapp',
    summaries: {
      'en-US': 'Time sheets that crews fill in at the site gate.',
      'sv-SE': 'Tidrapporter som laget fyller i vid grinden.',
    },
    plans: [monthly('tidlapp-monthly', 3900n, 360n, upTo(400))],
  },
  {
    id: 'vaderfonster',
    publisherId: 'brattkant',
    name: 'Väderfönster',
    summaries: {
      'en-US': 'Warns in good time when wind or rain will stop lifts and concrete work.',
      'sv-SE': 'Varnar i god tid när vind eller regn stoppar lyft och gjutning.',
    },
    plans: [monthly('vaderfonster-monthly', 49000n, 4500n)],
  },
  {
    id: 'kleidi-vault',
    publisherId: 'meltemi',
    name: 'Kleidi Vault',
    summaries: {
      'en-US': 'Shared passwords and keys, with a record of who used them.',
      'sv-SE': 'Delade lösenord och nycklar, med en logg över vem som använt dem.',
    },
    plans: [annual('kleidi-vault-annual', 39600n, 3600n, { ...upTo(1000, 10), decreasePolicy: 'never' })],
  },
  {
    id: 'prosfora',
    publisherId: 'meltemi',
    name: 'Prosfora',
    summaries: {
      'en-US': 'Quotes that customers can read, compare and accept online.',
      'sv-SE': 'Offerter som kunden kan läsa, jämföra och godkänna på nätet.',
    },
    plans: [monthly('prosfora-monthly', 15900n, 1450n, upTo(100))],
  },
  {
    id: 'ypografi-sign',
    publisherId: 'meltemi',
    name: 'Ypografi Sign',
    summaries: {
      'en-US': 'Electronic signatures for everybody in the organization.',
      'sv-SE': 'Elektroniska underskrifter för alla i organisationen.',
    },
    plans: [monthly('ypografi-sign-monthly', 119000n, 10900n)],
  },
  {
    id: 'timologio',
    publisherId: 'meltemi',
    name: 'Timologio Link',
    summaries: {
      'en-US': 'Sends every invoice to the Greek tax authority’s myDATA.',
      'sv-SE': 'Skickar varje faktura till den grekiska skattemyndighetens myDATA.',
    },
    countries: ['GR'],
    plans: [{ ...monthly('timologio-monthly', 24900n, 2200n), prices: { EUR: 2200n } }],
  },
  {
    id: 'taxidi',
    publisherId: 'meltemi',
    name: 'Taxidi',
    summaries: {
      'en-US': 'Books travel within company rules and collects the tickets.',
      'sv-SE': 'Bokar resor enligt företagets regler och samlar biljetterna.',
    },
    plans: [monthly('taxidi-monthly', 8900n, 820n, { ...upTo(250), decreasePolicy: 'immediate' })],
  },
];
