import { connection } from 'next/server';
import { Filler } from '@/test/bench/baseline/app/filler';

type Query = { readonly elements?: string; readonly letters?: string };

export default async function Live({ searchParams }: { searchParams: Promise<Query> }) {
  await connection();
  const { elements, letters } = await searchParams;
  return <Filler elements={Number(elements)} letters={Number(letters)} />;
}
