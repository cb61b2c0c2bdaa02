import type { Messages } from 'next-intl';
import { getLocale, getMessages } from 'next-intl/server';
import type { FigureValues } from '@/lib/domain/figures';
import type { Refusals } from '@/lib/domain/task-state';
import { printMessage } from '@/lib/i18n/figures';

type TaskNamespace = {
  [Name in keyof Messages]: Messages[Name] extends { errors: Readonly<Record<string, string>> } ? Name : never;
}[keyof Messages];
type CodesOf<Name extends TaskNamespace> = keyof Messages[Name]['errors'] | keyof Messages['task']['errors'];

/**
 * Every refusal of a task in words, its own before the general ones. `values` are those that the task's own messages
 * ask for; `title` stands above them, instead of the general one. A form does not compile while one of its action's
 * codes has no words.
 */
export function taskRefusals<Name extends TaskNamespace>(
  name: Name,
  values: FigureValues = {},
  title?: string,
): Refusals<string & CodesOf<Name>> {
  return async () => {
    const messages = await getMessages();
    const locale = await getLocale();
    const texts: Record<string, string> = { ...messages.task.errors, ...messages[name].errors };
    const print = ([code, text]: [string, string]) => [code, printMessage(locale, text, values)];
    const byCode = Object.fromEntries(Object.entries(texts).map(print));
    return { title: title ?? messages.task.errorTitle, byCode };
  };
}
