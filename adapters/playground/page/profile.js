// The page of somebody at the timeline: each button does by hand what X leaves to a person.
document.addEventListener('click', async (event) => {
  const button = event.target;
  if (!(button instanceof HTMLButtonElement) || !button.dataset.tap) return;
  button.disabled = true;
  const { tap, account, person } = button.dataset;
  const response = await fetch('/playground/tap', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ tap, account, person }),
  });
  if (response.ok) location.reload();
  else button.disabled = false;
});
