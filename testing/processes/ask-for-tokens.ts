import { getAccessToken } from '@/lib/tokens/get-access-token';

/** Run as a process of its own: asks many times at once for one person's access token. */
async function main(): Promise<void> {
  const [userId = '', times = '1'] = process.argv.slice(2);
  process.stdout.write('ready\n');
  await new Promise((resolve) => process.stdin.once('data', resolve));
  const asked = Array.from({ length: Number(times) }, () => getAccessToken(userId));
  const tokens = await Promise.all(asked);
  process.stdout.write(
    `${[...new Set(tokens.map(({ accessToken }) => accessToken))].join('\n')}\n`,
  );
  process.exit(0);
}

main().catch((error: unknown) => {
  process.stderr.write(`${String(error)}\n`);
  process.exit(1);
});
