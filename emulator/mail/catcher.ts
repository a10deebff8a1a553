import PostalMime, { type Address } from 'postal-mime';
import { SMTPServer } from 'smtp-server';
import { urlHost } from '../server/local-host';
import { portOf } from '../server/port-of';
import type { MailRow } from '../state/rows-world';
import type { World } from '../world';

const keptMessages = 200;
const mostBytes = 5_000_000;

/** A mail server that delivers nothing: every message lands in the console's mailbox. */
export type MailCatcher = { readonly origin: string; close(): Promise<void> };

/**
 * Takes any message from anybody, with or without a login.
 *
 * @throws the listening error, `EADDRINUSE` when the port is taken
 */
export async function openMailCatcher(
  port: number,
  host: string,
  world: World,
): Promise<MailCatcher> {
  const server = new SMTPServer({
    banner: 'Astra emulator mail catcher',
    authOptional: true,
    allowInsecureAuth: true,
    disabledCommands: ['STARTTLS'],
    disableReverseLookup: true,
    size: mostBytes,
    logger: false,
    // Nobody's mail depends on a slow goodbye.
    closeTimeout: 100,
    onAuth: (auth, _session, done) => done(null, { user: auth.username ?? 'anybody' }),
    onData: (stream, session, done) => {
      const recipients = session.envelope.rcptTo.map((recipient) => recipient.address);
      void answer(receive(stream as AsyncIterable<Buffer>, recipients, world), done);
    },
  });
  // A client that hangs up in the middle is its own trouble.
  server.on('error', (error: Error) => world.log(`mail catcher: ${error.message}`));
  await new Promise<void>((resolve, reject) => {
    server.server.once('error', reject);
    server.listen(port, host, () => resolve());
  });
  return {
    origin: `smtp://${urlHost(host)}:${portOf(server.server)}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
      }),
  };
}

/** Tells the sender how it went; its message is lost unless this says that it was taken. */
async function answer(work: Promise<void>, done: (error?: Error) => void): Promise<void> {
  try {
    await work;
    done();
  } catch (error) {
    done(error instanceof Error ? error : new Error('The message could not be read.'));
  }
}

async function receive(
  stream: AsyncIterable<Buffer>,
  recipients: string[],
  world: World,
): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  const message = await PostalMime.parse(Buffer.concat(chunks));
  const row: MailRow = {
    id: world.random.hex(16),
    from: addressText(message.from),
    to: recipients,
    subject: message.subject ?? '',
    text: message.text ?? '',
    html: message.html ?? '',
    createdMs: world.clock.now(),
  };
  world.store.transaction(() => {
    world.store.mail.put(row);
    world.store.mail.trim(keptMessages);
  });
}

function addressText(address: Address | undefined): string {
  if (address === undefined) return '';
  return address.name === ''
    ? (address.address ?? '')
    : `${address.name} <${address.address ?? ''}>`;
}
