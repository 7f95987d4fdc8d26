// Renews signed URLs of S3 that end while a page is open: pictures that load late, and links of views that have no address of
// their own. The page is fetched anew, and whoever has the same id there gives its URL.
'use strict';

(() => {
    const EARLY = 30_000;
    const LONGEST = 2_147_483_647;
    const SELECTOR = '[data-amplify-expires]';
    const attribute = (element) => (element.tagName === 'IMG' ? 'src' : 'href');
    const expires = (element) => Number(element.dataset.amplifyExpires);
    const waits = (element) => element.tagName === 'A' || !(element.complete && element.naturalWidth > 0);
    let running = false;
    let timer = 0;

    const renew = async () => {
        if (running) {
            return;
        }
        running = true;
        try {
            const answer = await fetch(location.href, { headers: { Accept: 'text/html' }, cache: 'no-store' });
            if (!answer.ok || new URL(answer.url).pathname !== location.pathname) {
                return;
            }
            const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
            for (const old of document.querySelectorAll(SELECTOR)) {
                const fresh = old.id ? page.getElementById(old.id) : null;
                const name = attribute(old);
                // a picture that is there already is not fetched again
                if (fresh && fresh.tagName === old.tagName && fresh.hasAttribute(name) && waits(old)) {
                    if (fresh.dataset.amplifyExpires) {
                        old.dataset.amplifyExpires = fresh.dataset.amplifyExpires;
                    } else {
                        delete old.dataset.amplifyExpires;
                    }
                    old.setAttribute(name, fresh.getAttribute(name));
                }
            }
        } catch {
            // no network now; the next event tries again
        } finally {
            running = false;
            plan();
        }
    };

    const plan = () => {
        clearTimeout(timer);
        const ends = [...document.querySelectorAll(SELECTOR)].filter(waits).map(expires)
            .filter((end) => end - EARLY > Date.now());
        if (ends.length > 0) {
            timer = setTimeout(renew, Math.min(Math.min(...ends) - EARLY - Date.now(), LONGEST));
        }
    };

    document.addEventListener('error', (event) => {
        const image = event.target;
        if (image instanceof HTMLImageElement && image.matches(SELECTOR) && expires(image) <= Date.now()) {
            renew();
        }
    }, true);
    document.addEventListener('visibilitychange', () => {
        const late = [...document.querySelectorAll(SELECTOR)].filter(waits)
            .some((element) => expires(element) - EARLY <= Date.now());
        if (!document.hidden && late) {
            renew();
        }
    });
    document.addEventListener('DOMContentLoaded', plan);
})();
