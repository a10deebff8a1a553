import { runStack } from './stack/run-stack';
import { testSettings } from './stack/settings';

// What `playwright test` runs against: the production build and everything around it, on ports of
// its own, beginning with no data.
await runStack({
  settings: testSettings,
  mode: 'production',
  ownFile: false,
  // All that is ever logged, so that a test can look for what must not be.
  env: { LOG_LEVEL: 'debug' },
  keepsTraces: true,
  welcome: () => 'The stack for the browser tests is running.\n',
});
