type Source = { readonly file: string; readonly text: string };

const DIRECTIVE = /^\s*(['"])use server\1/m;
const MAKERS = ['portalAction', 'staffAction', 'accountAction', 'publicAction'];
const EXPORT =
  /^export (?!type |interface )(?:(const) (\w+) = (\w+)\(|(?:async )?(?:function\*?|const|let|class) (\w+)|(\S+))/gm;

/** Every way around the makers of actions: `file: what stands there`. Empty when there is none. */
export function listActionFaults(sources: readonly Source[]): readonly string[] {
  return sources.flatMap(({ file, text }) => {
    const isActions = /^app\/.*\/action\.ts$/.test(file);
    const isServer = DIRECTIVE.test(text);
    if (!isActions) return isServer ? [`${file}: use server`] : [];
    if (!/^'use server';/.test(text)) return [`${file}: no use server`];
    return [...text.matchAll(EXPORT)].flatMap(([, , made, by, bare, other]) =>
      MAKERS.includes(by ?? '') ? [] : [`${file}: ${made ?? bare ?? other}`],
    );
  });
}
