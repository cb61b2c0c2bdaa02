import { Filler } from '@/test/bench/baseline/app/filler';

export const dynamicParams = false;

/** As the other one, but outside the proxy. */
export function generateStaticParams() {
  return Array.from({ length: 160 }, (_, step) => ({ letters: String(step * 128) }));
}

export default async function Bare({ params }: { params: Promise<{ letters: string }> }) {
  return <Filler elements={40} letters={Number((await params).letters)} />;
}
