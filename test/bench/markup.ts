import type { Markup } from '@/test/bench/baseline/markup';
import { decode } from './forms';

type Open = [name: string, attributes: Record<string, string>, children: Markup[]];

const TOKEN = /<!--[\s\S]*?-->|<\/[a-z][^>]*>|<[a-z](?:"[^"]*"|[^>"])*>|[^<]+/gi;
const VOID = new Set(['br', 'hr', 'img', 'input', 'link', 'meta']);

/** What stands in the body of a page of React's, without its scripts. */
export function readMarkup(html: string): readonly Markup[] {
  const body = /<body[^>]*>([\s\S]*)<\/body>/.exec(html.replace(/<script\b[\s\S]*?<\/script>/g, ''))?.[1] ?? '';
  const root: Open = ['body', {}, []];
  const open = [root];
  for (const [token] of body.matchAll(TOKEN)) {
    const [, , inside] = open.at(-1) ?? root;
    if (token.startsWith('<!--')) continue;
    if (token.startsWith('</')) open.pop();
    else if (token.startsWith('<')) {
      const element = elementOf(token);
      inside.push(element);
      if (!VOID.has(element[0])) open.push(element);
    } else inside.push(decode(token));
  }
  return root[2];
}

function elementOf(tag: string): Open {
  const attributes = [...tag.matchAll(/\s([^\s=>]+)="([^"]*)"/g)].map(
    ([, name = '', value = '']) => [name === 'class' ? 'className' : name, decode(value)] as const,
  );
  return [/^<([^\s/>]+)/.exec(tag)?.[1] ?? '', Object.fromEntries(attributes), []];
}
