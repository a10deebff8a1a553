import { connect, createServer, type Server } from 'node:net';

/**
 * Answers on the IPv6 loopback address for the app, which listens on the IPv4 one. `localhost`
 * means both, and a browser tries IPv6 first: if nobody held it, any other user of this computer
 * could, and would be sent people's sessions.
 *
 * @returns what stops it. Where there is no IPv6 there is nothing to hold.
 */
export async function holdIpv6(port: number): Promise<() => Promise<void>> {
  const server = createServer((incoming) => {
    const app = connect(port, '127.0.0.1');
    incoming.on('error', () => app.destroy());
    app.on('error', () => incoming.destroy());
    incoming.pipe(app).pipe(incoming);
  });
  const held = await listen(server, port);
  return async () => {
    if (held) server.close();
  };
}

function listen(server: Server, port: number): Promise<boolean> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') reject(error);
      else resolve(false);
    });
    server.listen(port, '::1', () => resolve(true));
  });
}
