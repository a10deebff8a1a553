import { generatePrismaClient } from './stack/prisma-client';
import { runShown } from './stack/run-shown';

// `npm run build`: what a deployment runs before `npm start` and `npm run worker`.
await generatePrismaClient();
process.exitCode = await runShown(['node_modules/next/dist/bin/next', 'build'], {
  NODE_ENV: 'production',
  NEXT_TELEMETRY_DISABLED: '1',
});
