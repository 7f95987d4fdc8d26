// Puts files into S3 straight, where the form alone would send them through the server; whatever goes wrong, the form is sent as
// it is.
'use strict';

(() => {
    const message = (form, text) => {
        document.getElementById(form.id + '-message').textContent = text;
    };

    const hidden = (form, name, value) => {
        const input = document.createElement('input');
        input.type = 'hidden';
        input.name = form.id + ':' + name;
        input.value = value;
        form.append(input);
    };

    // until the next page is there: no file is sent twice
    const hold = (form) => {
        form.querySelector('button[type=submit]').disabled = true;
        form.setAttribute('aria-busy', 'true');
    };

    const release = (form) => {
        form.querySelector('button[type=submit]').disabled = false;
        form.removeAttribute('aria-busy');
    };

    const place = async (form, file) => {
        const fields = new URLSearchParams();
        for (const [name, value] of new FormData(form)) {
            if (typeof value === 'string') {
                fields.append(name, value);
            }
        }
        fields.append(form.id + ':for', 'place');
        fields.append(form.id + ':name', file.name);
        fields.append(form.id + ':size', String(file.size));
        const answer = await fetch(form.action, { method: 'POST', body: fields, headers: { Accept: 'application/json' } });
        return answer.json();
    };

    const put = async (form, file) => {
        const { error, url, headers, path, ticket } = await place(form, file);
        if (error) {
            return error;
        }
        const answer = await fetch(url, { method: 'PUT', headers, body: file, credentials: 'omit' });
        if (answer.ok) {
            hidden(form, 'path', path);
            hidden(form, 'ticket', ticket);
            hidden(form, 'name', file.name);
            form.querySelector('input[type=file]').disabled = true;
        }
        return '';
    };

    document.addEventListener('submit', async (event) => {
        const form = event.target;
        const input = form.matches('[data-amplify-upload]') ? form.querySelector('input[type=file]') : null;
        const file = input?.files[0];
        if (!file) {
            return;
        }
        if (file.size > Number(form.dataset.amplifyMax)) {
            event.preventDefault();
            message(form, form.dataset.amplifyTooLarge);
            return;
        }
        if (form.dataset.amplifyUpload !== 'direct') {
            return;
        }
        event.preventDefault();
        hold(form);
        let error = '';
        try {
            error = await put(form, file);
        } catch {
            // no CORS rule, no network to S3, or another server than the one that gave the place: the form can do it
        }
        message(form, error);
        if (error) {
            release(form);
        } else {
            form.submit();
        }
    });

    // a page that comes back from the browser's memory has what was sent still in it
    window.addEventListener('pageshow', (event) => {
        if (event.persisted) {
            for (const form of document.querySelectorAll('[data-amplify-upload]')) {
                form.querySelectorAll('input[name$=":path"], input[name$=":ticket"], input[name$=":name"]')
                    .forEach((input) => input.remove());
                form.querySelector('input[type=file]').disabled = false;
                release(form);
            }
        }
    });
})();
