import { gzipSync } from 'node:zlib';
import { openBrowser } from './page-life';

/** Bytes of all answers of one kind: unpacked, and as packed by gzip (fonts are packed already). */
export type Weight = { readonly kind: string; readonly raw: number; readonly packed: number };

const KINDS = { document: 'HTML', stylesheet: 'CSS', script: 'JavaScript', font: 'fonts' } as const;

/** Everything that an address makes a browser with an empty cache fetch, by kind. */
export async function weigh(address: string): Promise<Weight[]> {
  const browser = await openBrowser();
  const page = await browser.newPage();
  const answers: { type: string; body: Promise<Buffer> }[] = [];
  page.on('response', (response) => {
    answers.push({ type: response.request().resourceType(), body: response.body() });
  });
  await page.goto(address);
  await page.evaluate(() => document.fonts.ready.then(() => true));
  const bodies = await Promise.all(answers.map(async ({ type, body }) => ({ type, body: await body })));
  await browser.close();
  const rest = bodies.filter(({ type }) => !(type in KINDS));
  const ofKind = Object.entries(KINDS).map(([type, kind]) =>
    sum(
      kind,
      bodies.filter((answer) => answer.type === type).map(({ body }) => body),
    ),
  );
  return [
    ...ofKind,
    sum(
      'other',
      rest.map(({ body }) => body),
    ),
  ];
}

function sum(kind: string, bodies: readonly Buffer[]): Weight {
  const total = (sizes: readonly number[]) => sizes.reduce((all, size) => all + size, 0);
  const packed = kind === 'fonts' ? bodies : bodies.map((body) => gzipSync(body));
  return { kind, raw: total(bodies.map(({ length }) => length)), packed: total(packed.map(({ length }) => length)) };
}
