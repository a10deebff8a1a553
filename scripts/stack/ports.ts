import { createServer } from 'node:net';
import type { StackSettings } from './settings';

const users = {
  app: 'the app',
  api: "the emulator's API",
  secure: "the emulator's secure host",
  hosted: "the emulator's pages",
  smtp: 'the mailbox',
} as const;

/** @throws Error with one sentence when a port that is needed is taken. */
export async function requireFreePorts({ ports }: StackSettings): Promise<void> {
  for (const name of ['app', 'api', 'secure', 'hosted', 'smtp'] as const) {
    const port = ports[name];
    // `localhost` may mean either address, and the app must own both.
    const isFree = (await canListen(port, '127.0.0.1')) && (await canListen(port, '::1'));
    if (isFree) continue;
    throw new Error(
      `Port ${port}, needed for ${users[name]}, is in use. Stop what uses it (an earlier start of this?) and try again.`,
    );
  }
}

function canListen(port: number, host: string): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', (error: NodeJS.ErrnoException) => {
      // A machine without IPv6 cannot have the port taken there.
      resolve(error.code !== 'EADDRINUSE' && error.code !== 'EACCES');
    });
    probe.listen(port, host, () => probe.close(() => resolve(true)));
  });
}
