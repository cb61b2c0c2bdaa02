import { describe, expect, it } from 'vitest';
import { listActionFaults } from '@/test/support/action-sources';
import { listSources } from '@/test/support/sources';

const sources = listSources(['app', 'lib', 'db']);

describe('every server action', () => {
  it('is made by portalAction or publicAction, in a file called action.ts', () => {
    expect(listActionFaults(sources)).toEqual([]);
  });

  it('that asks for no session has been reviewed', () => {
    const made = sources.flatMap(({ text }) =>
      [...text.matchAll(/^export const (\w+) = publicAction\(/gm)].map(([, name]) => name),
    );
    expect(made.sort()).toEqual([
      'acceptInvitation',
      'acceptOwnInvitation',
      'confirmMagicLink',
      'sendMagicLink',
      'signInAsDemoPerson',
      'signOut',
      'signOutEverywhere',
      'signOutForInvitation',
    ]);
  });
});

describe('the check finds', () => {
  const file = 'app/[locale]/apps/action.ts';
  const fine = `'use server';\n\nexport const cancel = portalAction({});\n`;

  it.each([
    ['a bare function', file, `${fine}export async function pay() {}\n`, 'pay'],
    ['a bare arrow', file, `${fine}export const pay = async () => {};\n`, 'pay'],
    ['an action under another name', file, `${fine}export { pay } from './pay';\n`, '{'],
    ['a default export', file, `${fine}export default portalAction({});\n`, 'default'],
    ['an action in another file', 'app/[locale]/apps/page.tsx', fine, 'use server'],
    [
      'an action inside a component',
      'app/[locale]/apps/page.tsx',
      `function A() {\n  "use server";\n}\n`,
      'use server',
    ],
    ['an action in a library', 'lib/server/pay.ts', fine, 'use server'],
    ['a file of actions that is none', file, fine.replace(`'use server';\n`, ''), 'no use server'],
  ])('%s', (_, path, text, what) => {
    expect(listActionFaults([{ file: path, text }])).toEqual([`${path}: ${what}`]);
  });

  it('nothing in types beside an action', () => {
    expect(listActionFaults([{ file, text: `${fine}export type Code = 'busy';\n` }])).toEqual([]);
  });
});
