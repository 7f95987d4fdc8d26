// Renews signed URLs of S3 that end while a page is open: pictures that load late, and links of views that have no address of
// their own. The page is fetched anew, and whoever has the same id there gives its URL.
'use strict';

(() => {
    const EARLY = 30_000;
    const SHORTEST = 5_000;
    const LONGEST = 2_147_483_647;
    const SELECTOR = '[data-amplify-expires]';
    const attribute = (element) => (element.localName === 'img' ? 'src' : 'href');
    const expires = (element) => Number(element.dataset.amplifyExpires);
    const waits = (element) => element.localName === 'a' || !(element.complete && element.naturalWidth > 0);
    const waiting = () => [...document.querySelectorAll(SELECTOR)].filter(waits);
    let running = false;
    let timer = 0;
    let due = Infinity;

    // parsed by the browser on the way: to parse a text is forbidden where a policy requires trusted types
    const page = () => new Promise((resolve, reject) => {
        const request = new XMLHttpRequest();
        request.open('GET', location.href);
        request.responseType = 'document';
        request.timeout = EARLY;
        request.setRequestHeader('Accept', 'text/html');
        request.setRequestHeader('Cache-Control', 'no-cache');
        request.onload = () => {
            const here = request.status === 200 && new URL(request.responseURL).pathname === location.pathname;
            resolve(here ? request.responseXML : null);
        };
        request.onerror = request.ontimeout = request.onabort = reject;
        request.send();
    });

    const renew = async () => {
        due = Infinity;
        // a picture that is there already is not fetched again
        if (running || waiting().length === 0) {
            return;
        }
        running = true;
        try {
            const renewed = await page();
            for (const old of waiting()) {
                const fresh = old.id ? renewed?.getElementById(old.id) : null;
                const name = attribute(old);
                if (fresh?.localName === old.localName && fresh.hasAttribute(name)) {
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
        const now = Date.now();
        const next = Math.min(...waiting().map(expires).filter((end) => end > now)
            // early, or where it is too late for that, a few times until then
            .map((end) => (end - EARLY > now ? end - EARLY : now + Math.max((end - now) / 2, SHORTEST))));
        if (next < due) {
            clearTimeout(timer);
            due = next;
            timer = setTimeout(renew, Math.min(next - now, LONGEST));
        }
    };

    document.addEventListener('error', (event) => {
        const image = event.target;
        if (image instanceof HTMLImageElement && image.matches(SELECTOR) && expires(image) <= Date.now()) {
            renew();
        }
    }, true);
    document.addEventListener('visibilitychange', () => {
        if (!document.hidden && waiting().some((element) => expires(element) - EARLY <= Date.now())) {
            renew();
        }
    });
    // what is in the page, and what Ajax brings into it
    new MutationObserver(plan).observe(document, { childList: true, subtree: true });
})();
