// What a script adds to forms that work without one: passwords that can be seen, and no form sent twice.
'use strict';

document.addEventListener('DOMContentLoaded', () => {
    for (const root of document.querySelectorAll('.amplify-authenticator')) {
        const { show, hide } = root.dataset;
        for (const input of show ? root.querySelectorAll('input[type=password]') : []) {
            const reveal = document.createElement('button');
            reveal.type = 'button';
            reveal.className = 'amplify-reveal';
            reveal.textContent = show;
            reveal.setAttribute('aria-controls', input.id);
            reveal.addEventListener('click', () => {
                const hidden = input.type === 'password';
                input.type = hidden ? 'text' : 'password';
                reveal.textContent = hidden ? hide : show;
            });
            input.after(reveal);
            // whatever is shown, a password is what is sent and remembered
            input.form.addEventListener('submit', () => (input.type = 'password'));
        }
        for (const form of root.querySelectorAll('form')) {
            let sent = false;
            form.addEventListener('submit', (event) => {
                if (sent || event.defaultPrevented) {
                    event.preventDefault();
                    return;
                }
                sent = true;
                for (const button of form.querySelectorAll('button[type=submit]')) {
                    button.setAttribute('aria-disabled', 'true');
                }
            });
            // the page may come back as it was left
            window.addEventListener('pageshow', () => {
                sent = false;
                for (const button of form.querySelectorAll('button[type=submit]')) {
                    button.removeAttribute('aria-disabled');
                }
            });
        }
    }
});
