import { runStack } from './stack/run-stack';
import { testSettings } from './stack/settings';

// What `playwright test` runs against: the production build and everything around it, on ports of
// its own, beginning with no data.
await runStack({
  settings: testSettings,
  mode: 'production',
  ownFile: false,
  env: { LOG_LEVEL: 'warn' },
  welcome: () => 'The stack for the browser tests is running.\n',
});
