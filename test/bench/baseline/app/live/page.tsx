import { connection } from 'next/server';
import { createElement, type ReactNode } from 'react';
import type { Markup } from '@/test/bench/baseline/markup';
import written from '@/test/bench/baseline/markup.json';

// The run writes the file before the build.
const markup: readonly Markup[] = written;

/** The markup of the page it is compared with, element for element, and nothing that would have to be found out first. */
export default async function Live({ searchParams }: { searchParams: Promise<{ letters?: string }> }) {
  await connection();
  const { letters } = await searchParams;
  return (
    <>
      {markup.map(draw)}
      <p>{'x'.repeat(Number(letters))}</p>
    </>
  );
}

function draw(part: Markup): ReactNode {
  if (typeof part === 'string') return part;
  const [name, attributes, children] = part;
  return createElement(name, attributes, ...children.map(draw));
}
