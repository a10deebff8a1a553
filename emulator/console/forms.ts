import { type Markup, markup } from '../server/markup';

/** Where the console's own forms go; the words of a command are the rest of the path. */
export const formPath = '/console/control';

/** A button that runs a command and comes back to the page. */
export function commandButton(
  page: string,
  command: string,
  label: string,
  fields: Readonly<Record<string, string>> = {},
): Markup {
  return commandForm(page, command, label, hiddenFields(fields));
}

/** A form that runs a command and comes back to the page. */
export function commandForm(page: string, command: string, label: string, fields: Markup): Markup {
  const action = `${formPath}/${command.replaceAll(' ', '/')}`;
  return markup`<form class="command" method="post" action="${action}"><input type="hidden" name="back" value="${page}">${fields}<button>${label}</button></form>`;
}

/** One labelled field of a command. */
export function commandField(
  id: string,
  name: string,
  label: string,
  options: { readonly value?: string; readonly hint?: string; readonly list?: string } = {},
): Markup {
  return markup`<label for="${id}">${label}</label><input id="${id}" name="${name}" value="${options.value ?? ''}" placeholder="${options.hint ?? ''}"${options.list !== undefined && markup` list="${options.list}"`} autocomplete="off">`;
}

function hiddenFields(fields: Readonly<Record<string, string>>): Markup {
  const inputs = Object.entries(fields).map(
    ([name, value]) => markup`<input type="hidden" name="${name}" value="${value}">`,
  );
  return markup`${inputs}`;
}
