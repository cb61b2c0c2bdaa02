import { Buffer } from 'node:buffer';

export type FormFields = Readonly<Record<string, string>>;

/** React's reply as a script sends it: the form's last state, then the form. */
export function scriptForm(fields: FormFields): FormData {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) data.append(`_1_${name}`, value);
  data.append('0', '[{"errors":[],"typed":{}},"$K1"]');
  return data;
}

/** The fields of a form of a page without scripts; the action's id stands among them. */
export function plainFields(id: string, fields: FormFields): Record<string, string> {
  return {
    $ACTION_REF_1: '',
    '$ACTION_1:0': JSON.stringify({ id, bound: '$@1' }),
    '$ACTION_1:1': '[{"errors":[],"typed":{}}]',
    $ACTION_KEY: 'k0123456789',
    ...fields,
  };
}

/** The form of a page without scripts, as its browser sends it. */
export function plainForm(id: string, fields: FormFields): FormData {
  const data = new FormData();
  for (const [name, value] of Object.entries(plainFields(id, fields))) data.append(name, value);
  return data;
}

/** The same without the state that every form of ours carries. */
export function directForm(id: string, fields: FormFields): FormData {
  const data = new FormData();
  data.append(`$ACTION_ID_${id}`, '');
  for (const [name, value] of Object.entries(fields)) data.append(name, value);
  return data;
}

/** Replies that no script of ours sends: other arguments, wrong references, deep nesting. */
export function bentReplies(): readonly FormData[] {
  const rows = [
    '[]',
    '[null]',
    '[null,null]',
    '[null,"text"]',
    '[null,14]',
    '[null,{}]',
    '[null,[["quantity","14"]]]',
    '[null,"$undefined"]',
    '[null,"$K9"]',
    '[null,"$Q1"]',
    '[null,"$W1"]',
    '[null,"$F1"]',
    '[null,"$h1"]',
    '[null,"$@1"]',
    '[null,"$1"]',
    '[null,"$1:a:b"]',
    '[null,"$1:__proto__:constructor"]',
    '[null,"$B1"]',
    '[null,"$Zx"]',
    '[null,"$nx"]',
    '[null,"$R1"]',
    '[null,"$T"]',
    '["$0"]',
    '["$@0","$@0"]',
    `[${'['.repeat(5000)}${']'.repeat(5000)}]`,
    `[null,"$n${'9'.repeat(5000)}"]`,
  ];
  const replies = rows.map((row) => {
    const data = new FormData();
    data.append('0', row);
    return data;
  });
  const second = (row: string) => {
    const data = new FormData();
    data.append('0', '[null,"$1"]');
    data.append('1', row);
    return data;
  };
  return [
    ...replies,
    second('{'),
    second('{"then":"$1:then"}'),
    second('{"id":"x","bound":null}'),
    second(Buffer.alloc(9).toString()),
  ];
}
