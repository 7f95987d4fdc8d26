// How js-cookie writes names and values, and how it reads them back.
// Standard input: [text, …]. Standard output: [{name, value, read}, …].
import { readFileSync } from 'node:fs';

let written = '';
globalThis.document = {
    get cookie() {
        return written;
    },
    set cookie(text) {
        written = text.split('; ')[0];
    },
};
const { default: Cookies } = await import('js-cookie');

const results = JSON.parse(readFileSync(0, 'utf8')).map((text) => {
    Cookies.set(text, text);
    const at = written.indexOf('=');
    return { name: written.slice(0, at), value: written.slice(at + 1), read: Cookies.get(text) };
});
console.log(JSON.stringify(results));
