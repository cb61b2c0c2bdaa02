import { Filler } from '@/test/bench/baseline/app/filler';

export const dynamicParams = false;

/** Many lengths, of which the run takes the nearest to the page it is compared with. */
export function generateStaticParams() {
  return Array.from({ length: 160 }, (_, step) => ({ letters: String(step * 128) }));
}

export default async function Prerendered({ params }: { params: Promise<{ letters: string }> }) {
  return <Filler elements={40} letters={Number((await params).letters)} />;
}
