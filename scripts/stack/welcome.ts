import { operatorEmail } from './settings';
import type { Stack } from './start-stack';

/** What a newcomer sees when everything runs. */
export function welcome({ app, console: emulator, mailbox }: Stack['addresses']): string {
  return `
  Everything is running.

    The app               ${app}
    The emulator console  ${emulator}
    The mailbox           ${mailbox}

  Open the app and sign in with any e-mail address; the link arrives in the mailbox.
  As ${operatorEmail} you also see the operator's pages.
  Text messages arrive in the console's phone. Ctrl-C stops everything.

`;
}
