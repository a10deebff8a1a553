import { faultHelp } from '../faults/kinds';
import { defaultSettings as defaults } from '../settings';

/** What `--help` prints. */
export const helpText = `A local emulator of Astra's payments API: API, hosted pages, signed webhooks, console.

Usage
  npm run emulator -- [options]                run it
  npm run --silent emulator -- env [options]   print what a partner app needs, as dotenv
  npm run --silent emulator -- commands        print what a running one may be asked, as JSON

Options
  --api-port N          the API                                 (${defaults.apiPort})
  --secure-port N       the host that takes card numbers        (${defaults.securePort})
  --hosted-port N       hosted pages, and the console           (${defaults.hostedPort})
  --smtp-port N         the mail catcher                        (${defaults.smtpPort})
  --host ADDRESS        where to listen                         (${defaults.host})
  --allow-remote        needed for a host that lets other computers in: whoever reaches the
                        emulator can read every code and secret in it
  --data-dir DIR        where everything is kept                (${defaults.dataDir})
  --redirect-uri URL    where people may be sent back to; repeat it for more
                        (${defaults.redirectUris.join(', ')})
  --webhook-url URL     where webhooks go
                        (${defaults.webhookUrl})
  --balance-url URL     your balance endpoint, for accounts made by number; credentials for
                        Basic stand in it: http://name:password@localhost:3000/balance
  --client-name NAME    your name on the hosted pages           (${defaults.clientName})
  --pace slow|fast|real slow shows each state to people, fast is for tests, and with real ACH
                        payments keep to the windows and holidays of the banks
  --fees WAY            additive: fees are pulled on top of the amount (the default);
                        subtractive: they are taken out of what is pushed
  --no-peer-to-peer     payments from one person to another are refused, as before Astra has
                        enabled them
  --strict              an unknown field, an undocumented call or an answer outside the contract
                        is an error that names it; for tests
  --seed N              everything random repeats: same seed and same requests, same ids and codes
  --freeze-at TIME      the clock of a new world stands still at 2026-03-01T15:00:00Z, say
  --help                this text

A port of 0 takes any free one. When everything listens, one line of JSON on standard output names
the addresses. Delete the data folder to start with an empty world.

While it runs, \`npm run astra\` moves its clock, makes things go wrong, and more.

Faults, for \`npm run astra -- fault add KIND\` and the console
${faultHelp()}`;
