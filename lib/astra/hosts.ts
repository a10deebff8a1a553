/** Astra's own addresses, by environment, as `createAstra` takes them. */
export const astraHosts = {
  sandbox: {
    apiUrl: 'https://api-sandbox.astra.finance',
    secureUrl: 'https://secure.api-sandbox.astra.finance',
    appUrl: 'https://app-sandbox.astra.finance',
  },
  production: {
    apiUrl: 'https://api.astra.finance',
    secureUrl: 'https://secure.api.astra.finance',
    appUrl: 'https://app.astra.finance',
  },
} as const;
