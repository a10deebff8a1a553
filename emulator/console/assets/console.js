// Keeps the open page up to date, and makes the copy buttons work. Without it a reload does.

const pulse = document.querySelector('#pulse');
const pulseText = document.querySelector('.pulse-text');

function showCopyButtons() {
  for (const button of document.querySelectorAll('[data-copy]')) button.hidden = false;
}

document.addEventListener('click', (event) => {
  const button = event.target.closest('[data-copy]');
  if (button !== null) void copy(button);
});

async function copy(button) {
  await navigator.clipboard.writeText(button.dataset.copy);
  const label = button.textContent;
  button.textContent = 'Copied';
  setTimeout(() => {
    button.textContent = label;
  }, 1200);
}

let isBusy = false;
let isStale = false;

async function refresh() {
  if (isBusy) {
    isStale = true;
    return;
  }
  isBusy = true;
  try {
    const answer = await fetch(location.href, { headers: { accept: 'text/html' } });
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    replaceMain(page.querySelector('main'));
  } finally {
    isBusy = false;
  }
  if (isStale) {
    isStale = false;
    await refresh();
  }
}

function isChanged(field) {
  if (field instanceof HTMLSelectElement) return field.selectedIndex > 0;
  return field.value !== field.defaultValue;
}

// What the person has opened, focused or selected stays as it is.
function replaceMain(fresh) {
  const main = document.querySelector('main');
  if (fresh === null || !getSelection().isCollapsed) return;
  // Nothing is taken from somebody who is filling in a form.
  const fields = [...main.querySelectorAll('input:not([type=hidden]), select')];
  const isTyping = fields.some((field) => field === document.activeElement || isChanged(field));
  if (isTyping) return;
  for (const details of main.querySelectorAll('details[open]')) {
    const twin = fresh.querySelector(`#${CSS.escape(details.id)}`);
    if (twin !== null) twin.open = true;
  }
  const focused = document.activeElement.closest('details')?.id;
  main.replaceChildren(...fresh.childNodes);
  showCopyButtons();
  if (focused) document.getElementById(focused)?.querySelector('summary')?.focus();
}

const parts = document.querySelector('main').dataset.live.split(' ').filter(Boolean);
if (parts.length > 0) {
  const events = new EventSource('/console/events');
  let wasOpen = false;
  events.onopen = () => {
    pulse.className = 'pulse is-live';
    pulseText.textContent = 'Live';
    if (wasOpen) void refresh();
    wasOpen = true;
  };
  events.onerror = () => {
    pulse.className = 'pulse is-lost';
    pulseText.textContent = 'Emulator not reachable';
  };
  events.onmessage = (event) => {
    if (JSON.parse(event.data).some((part) => parts.includes(part))) void refresh();
  };
  // An open stream would keep the page out of the back/forward cache, and one connection in use.
  window.addEventListener('pagehide', () => events.close());
  window.addEventListener('pageshow', (event) => {
    if (event.persisted) location.reload();
  });
} else {
  pulse.hidden = true;
}

// A link to one webhook opens it.
const linked = location.hash === '' ? null : document.querySelector(location.hash);
if (linked instanceof HTMLDetailsElement) linked.open = true;

showCopyButtons();

// On a narrow screen the tabs scroll, and the current one may be out of sight.
document
  .querySelector('nav [aria-current]')
  ?.scrollIntoView({ block: 'nearest', inline: 'center' });
