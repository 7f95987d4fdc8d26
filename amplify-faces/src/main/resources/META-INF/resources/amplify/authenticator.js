// What a script adds to forms that work without one: passwords that can be seen, and no form sent twice. Forms that Ajax brings
// into the page get it as well.
'use strict';

(() => {
    const ROOT = '.amplify-authenticator';
    const REVEAL = 'amplify-reveal';
    const sent = new WeakSet();

    const reveal = (button, visible) => {
        const { show, hide } = button.closest(ROOT).dataset;
        document.getElementById(button.getAttribute('aria-controls')).type = visible ? 'text' : 'password';
        button.textContent = visible ? hide : show;
    };

    const equip = () => {
        for (const input of document.querySelectorAll(ROOT + '[data-show] input[type=password]')) {
            if (input.nextElementSibling?.className !== REVEAL) {
                const button = document.createElement('button');
                button.type = 'button';
                button.className = REVEAL;
                button.setAttribute('aria-controls', input.id);
                button.addEventListener('click', () => reveal(button, input.type === 'password'));
                input.after(button);
                reveal(button, false);
            }
        }
    };

    new MutationObserver(equip).observe(document, { childList: true, subtree: true });
    equip();

    document.addEventListener('submit', (event) => {
        const form = event.target;
        if (!form.closest(ROOT)) {
            return;
        }
        if (sent.has(form) || event.defaultPrevented) {
            event.preventDefault();
            return;
        }
        sent.add(form);
        // whatever is shown, a password is what is sent and remembered
        form.querySelectorAll('.' + REVEAL).forEach((button) => reveal(button, false));
        form.querySelectorAll('button[type=submit]').forEach((button) => button.setAttribute('aria-disabled', 'true'));
    });

    // the page may come back as it was left
    window.addEventListener('pageshow', () => {
        for (const form of document.querySelectorAll(ROOT + ' form')) {
            sent.delete(form);
            form.querySelectorAll('button[type=submit]').forEach((button) => button.removeAttribute('aria-disabled'));
        }
    });
})();
