// Comforts only: every page works without this.

// Browsers complain when a framed page takes the focus before anybody has used it.
if (window.top === window || document.hasFocus()) document.querySelector('[data-focus]')?.focus();

for (const form of document.querySelectorAll('form[method="post"]')) {
  form.addEventListener('submit', () => {
    // After the submission has been put together, so that the button's own value is in it.
    setTimeout(() => {
      for (const button of form.querySelectorAll('button')) button.disabled = true;
    });
  });
}

// A page brought back by Back would keep its dead buttons.
window.addEventListener('pageshow', () => {
  for (const button of document.querySelectorAll('button')) button.disabled = false;
});

// What was wrong with the field is wrong no more.
function fill(selector, value) {
  const input = document.querySelector(selector);
  input.value = value;
  input.removeAttribute('aria-invalid');
  document.querySelector(`${selector}-error`)?.remove();
}

for (const link of document.querySelectorAll('a[data-card]')) {
  link.addEventListener('click', (event) => {
    event.preventDefault();
    const { card, expiration, cvc } = link.dataset;
    fill('#card_number', card.replace(/(.{4})(?=.)/g, '$1 '));
    fill('#expiration_date', expiration);
    fill('#card_security_code', cvc);
    link.closest('details').open = false;
    document.querySelector('form button.primary').focus();
  });
}

const cardNumber = document.querySelector('#card_number');
cardNumber?.addEventListener('blur', () => {
  cardNumber.value = cardNumber.value.replace(/\D/g, '').replace(/(.{4})(?=.)/g, '$1 ');
});

const expiration = document.querySelector('#expiration_date');
expiration?.addEventListener('input', (event) => {
  if (event.inputType === 'insertText' && /^\d\d$/.test(expiration.value)) expiration.value += '/';
});

// In the frame of sdk.js: says that the page is there, and hands over what the page is to tell.
let around = null;

window.addEventListener('message', ({ source, origin, data }) => {
  if (source !== window.parent || data?.source !== 'astra-sdk' || around !== null) return;
  around = origin;
  tellAround({ type: 'ready' }, origin);
});

function tellAround(message, origin) {
  if (window.parent !== window) window.parent.postMessage({ source: 'astra', ...message }, origin);
}

// The page around it hears no key that is pressed in here.
window.addEventListener('keydown', (event) => {
  if (event.key === 'Escape' && around !== null) tellAround({ type: 'close' }, around);
});

// The focus comes with the frame's.
window.addEventListener(
  'focus',
  () => {
    if (document.activeElement === document.body) document.querySelector('[data-focus]')?.focus();
  },
  { once: true },
);

const { tell, tellOrigin } = document.body.dataset;
if (tell !== undefined && tellOrigin !== undefined) tellAround(JSON.parse(tell), tellOrigin);
