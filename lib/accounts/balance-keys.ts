import 'server-only';
import type { BalanceEndpointKeys } from '@/lib/astra';
import { env } from '@/lib/env';

/** How Astra proves itself when it asks for balances; null while nothing is agreed with it. */
export function balanceKeys(): BalanceEndpointKeys | null {
  const {
    BALANCE_USERNAME: username,
    BALANCE_PASSWORD: password,
    BALANCE_PUBLIC_KEY: publicKey,
    BALANCE_PRIVATE_KEY: privateKey,
  } = env();
  const basic = username && password ? { username, password } : undefined;
  const signing = publicKey && privateKey ? { publicKey, privateKey } : undefined;
  return basic || signing ? { basic, signing } : null;
}
