/**
 * Whether a `Host` header names this computer and this very port. A web page elsewhere can make its
 * own name point at 127.0.0.1, and would then read the emulator as its own site; its name betrays it.
 */
export function isLocalHost(host: string | undefined, port: number): boolean {
  if (host === undefined) return false;
  const [, name = '', given = '80'] =
    /^(\[[^\]]*\]|[^:]*)(?::(\d*))?$/.exec(host.toLowerCase()) ?? [];
  return ['127.0.0.1', 'localhost', '[::1]'].includes(name) && given === `${port}`;
}

/** An address to listen on, as it stands in a URL: those of IPv6 go in brackets. */
export function urlHost(host: string): string {
  return host.includes(':') ? `[${host}]` : host;
}
