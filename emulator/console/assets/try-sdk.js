// Tries sdk.js as a partner's page would use it.

const form = document.querySelector('#try-sdk');
const calls = document.querySelector('#sdk-calls');

function note(text) {
  const item = document.createElement('li');
  item.textContent = text;
  calls.querySelector('.soft')?.remove();
  calls.prepend(item);
}

form.addEventListener('submit', (event) => {
  event.preventDefault();
  window.Astra.create({
    ...Object.fromEntries(new FormData(form)),
    clientId: form.dataset.clientId,
    onAuth: (code, state) => note(`onAuth(${JSON.stringify(code)}, ${JSON.stringify(state)})`),
    onClose: () => note('onClose()'),
    onError: (error) => note(`onError(${JSON.stringify(error)})`),
  }).open();
});
