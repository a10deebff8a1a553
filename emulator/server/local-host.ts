/**
 * Whether a `Host` header names this computer and this very port. A web page elsewhere can make its
 * own name point at 127.0.0.1, and would then read the emulator as its own site; its name betrays it.
 */
export function isLocalHost(host: string | undefined, port: number): boolean {
  if (host === undefined) return false;
  const [name, given = '80', ...rest] = host.toLowerCase().split(':');
  return (name === '127.0.0.1' || name === 'localhost') && rest.length === 0 && given === `${port}`;
}
