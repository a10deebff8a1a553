// Astra's pages in a layer over a partner's page: Astra.create({ … }).open().
//
// Known from one source only, which names `Astra.create`, `clientId`, `redirectUri`, `actionType`,
// `onAuth(code, state)`, `onClose()`, `onError(error)` and `open()`. Astra's own text about its script
// was not available, so check each of them with Astra. The other options are the parameters of the
// links in camel case, which is the emulator's assumption; so are the messages, which are nobody
// else's business.
//
// A strict content security policy needs `script-src` and `frame-src` with this script's origin, and
// nothing else: styles are set by script, no text is ever taken for HTML.

(() => {
  const hostedOrigin = new URL(document.currentScript.src).origin;
  const patienceMs = 15_000;

  /** The options that stand in the address, by parameter. */
  const parameters = {
    client_id: 'clientId',
    redirect_uri: 'redirectUri',
    action: 'actionType',
    state: 'state',
    phone: 'phone',
    phone_read_only: 'phoneReadOnly',
    user_intent_id: 'userIntentId',
    user_id: 'userId',
    email: 'email',
    business: 'business',
    business_profile_id: 'businessProfileId',
    session_token: 'sessionToken',
    bypass_connect: 'bypassConnect',
    debit_direct: 'debitDirect',
    account_id: 'accountId',
    card_id: 'cardId',
  };

  function addressOf(options) {
    const address = new URL('/sdk/open', hostedOrigin);
    for (const [parameter, name] of Object.entries(parameters)) {
      const value = options[name];
      // An absent flag is how Astra spells false.
      if (value === undefined || value === null || value === false || value === '') continue;
      address.searchParams.set(parameter, String(value));
    }
    address.searchParams.set('parent_origin', window.location.origin);
    return address.href;
  }

  function element(name, styles, attributes = {}) {
    const made = document.createElement(name);
    Object.assign(made.style, styles);
    for (const [attribute, value] of Object.entries(attributes))
      made.setAttribute(attribute, value);
    return made;
  }

  /** A modal dialog: the browser itself keeps the focus inside and gives it back at the end. */
  function buildLayer(address) {
    const dialog = element(
      'dialog',
      {
        width: '100vw',
        height: '100dvh',
        maxWidth: 'none',
        maxHeight: 'none',
        margin: '0',
        padding: '0',
        border: '0',
        background: 'rgb(15 17 24 / 55%)',
        boxSizing: 'border-box',
      },
      { 'aria-label': 'Astra' },
    );
    const panel = element('div', {
      position: 'absolute',
      inset: '0',
      width: 'min(480px, 100%)',
      height: 'min(780px, 100%)',
      margin: 'auto',
      borderRadius: window.innerWidth > 520 ? '18px' : '0',
      overflow: 'hidden',
      display: 'flex',
      flexDirection: 'column',
      background: 'Canvas',
      colorScheme: 'light dark',
    });
    const close = element(
      'button',
      {
        alignSelf: 'flex-end',
        margin: '6px',
        width: '36px',
        height: '36px',
        border: '0',
        borderRadius: '50%',
        background: 'transparent',
        color: 'CanvasText',
        font: '20px/1 system-ui, sans-serif',
        cursor: 'pointer',
      },
      { type: 'button', 'aria-label': 'Close' },
    );
    close.textContent = '×';
    const frame = element(
      'iframe',
      { flex: '1', width: '100%', border: '0' },
      { title: 'Astra', src: address },
    );
    panel.append(close, frame);
    dialog.append(panel);
    return { dialog, close, frame };
  }

  function create(options) {
    for (const name of ['clientId', 'redirectUri', 'actionType']) {
      if (!options?.[name]) throw new TypeError(`Astra.create needs ${name}.`);
    }
    let isOpen = false;

    function open() {
      if (isOpen) return;
      isOpen = true;
      const { dialog, close, frame } = buildLayer(addressOf(options));
      const { overflow } = document.documentElement.style;

      function finish(tell) {
        if (!isOpen) return;
        isOpen = false;
        clearTimeout(patience);
        window.removeEventListener('message', receive);
        document.documentElement.style.overflow = overflow;
        dialog.close();
        dialog.remove();
        tell();
      }
      const leave = () => finish(() => options.onClose?.());
      const fail = (error, description) =>
        finish(() => options.onError?.({ error, error_description: description }));

      function receive({ origin, source, data }) {
        if (origin !== hostedOrigin || source !== frame.contentWindow) return;
        if (data?.source !== 'astra') return;
        if (data.type === 'ready') {
          clearTimeout(patience);
          // Only from the button that nobody has chosen yet.
          if (document.activeElement === close) frame.focus();
        } else if (data.type === 'auth') {
          // Pages that collect no authorization give a state and no code.
          finish(() => options.onAuth?.(data.code ?? null, data.state ?? null));
        } else if (data.type === 'error') {
          fail(data.error, data.error_description);
        } else if (data.type === 'close') {
          leave();
        }
      }

      const patience = setTimeout(
        () => fail('load_failed', 'The page did not load. Allow this address in frame-src.'),
        patienceMs,
      );
      window.addEventListener('message', receive);
      frame.addEventListener('load', () => {
        frame.contentWindow.postMessage({ source: 'astra-sdk', type: 'hello' }, hostedOrigin);
      });
      close.addEventListener('click', leave);
      dialog.addEventListener('cancel', (event) => {
        event.preventDefault();
        leave();
      });
      document.documentElement.style.overflow = 'hidden';
      document.body.append(dialog);
      dialog.showModal();
    }

    return { open };
  }

  window.Astra = { create };
})();
