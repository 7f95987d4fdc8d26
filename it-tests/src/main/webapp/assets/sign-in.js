'use strict';

// a path of this host alone: the browser's own parser decides, so that no spelling leads elsewhere
const returnTo = () => {
    const asked = new URL(new URLSearchParams(location.search).get('returnTo') || './', location.href);
    return asked.origin === location.origin ? asked.pathname + asked.search : new URL('./', location.href).pathname;
};

document.getElementById('form').addEventListener('submit', async (event) => {
    event.preventDefault();
    const form = new FormData(event.target);
    try {
        await session.signIn(form.get('username'), form.get('password'));
        location.assign(returnTo());
    } catch (e) {
        document.getElementById('error').textContent = e.message;
    }
});

for (const link of document.querySelectorAll('#managed-login a')) {
    link.search += (link.search ? '&' : '?') + new URLSearchParams({ returnTo: returnTo() });
}
