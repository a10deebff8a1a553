import { runStack } from './stack/run-stack';
import { localSettings } from './stack/settings';
import { welcome } from './stack/welcome';

// `npm run demo`: the production build with everything around it, in one terminal.
await runStack({
  settings: localSettings,
  mode: 'production',
  ownFile: true,
  env: { LOG_LEVEL: 'warn' },
  welcome,
});
