import { Buffer } from 'node:buffer';

export type FormFields = Readonly<Record<string, string>>;

/** React's reply as a script sends it: one argument, the form. */
export function scriptForm(fields: FormFields): FormData {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) data.append(`_1_${name}`, value);
  data.append('0', '["$K1"]');
  return data;
}

/** The fields of a form of a page without scripts; the action's id stands among them. */
export function plainFields(id: string, fields: FormFields): Record<string, string> {
  return { [`$ACTION_ID_${id}`]: '', ...fields };
}

/** The form of a page without scripts, as its browser sends it. */
export function plainForm(id: string, fields: FormFields): FormData {
  const data = new FormData();
  for (const [name, value] of Object.entries(plainFields(id, fields))) data.append(name, value);
  return data;
}

/** The same with a last state bound to the action, which no form of ours carries. */
export function boundForm(id: string, fields: FormFields): FormData {
  const data = new FormData();
  data.append('$ACTION_REF_1', '');
  data.append('$ACTION_1:0', JSON.stringify({ id, bound: '$@1' }));
  data.append('$ACTION_1:1', '[{"errors":[],"typed":{}}]');
  for (const [name, value] of Object.entries(fields)) data.append(name, value);
  return data;
}

/** Replies that no script of ours sends: other arguments, wrong references, deep nesting. */
export function bentReplies(): readonly FormData[] {
  const rows = [
    '[]',
    '[null]',
    '[{},"$K1"]',
    '["text"]',
    '[14]',
    '[{}]',
    '[[["quantity","14"]]]',
    '["$undefined"]',
    '["$K9"]',
    '["$Q1"]',
    '["$W1"]',
    '["$F1"]',
    '["$h1"]',
    '["$@1"]',
    '["$1"]',
    '["$1:a:b"]',
    '["$1:__proto__:constructor"]',
    '["$B1"]',
    '["$Zx"]',
    '["$nx"]',
    '["$R1"]',
    '["$T"]',
    '["$0"]',
    '["$@0","$@0"]',
    `[${'['.repeat(5000)}${']'.repeat(5000)}]`,
    `["$n${'9'.repeat(5000)}"]`,
  ];
  const replies = rows.map((row) => {
    const data = new FormData();
    data.append('0', row);
    return data;
  });
  const second = (row: string) => {
    const data = new FormData();
    data.append('0', '["$1"]');
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
