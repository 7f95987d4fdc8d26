// What Amplify JS itself proves passwords by, with secrets that are fixed: the fixture of SrpVectorsTest.
// node srp-vectors.mjs > ../../../../amplify-cdi/src/test/resources/org/amplifyjakarta/authentication/srp-vectors.json
import { createRequire } from 'node:module';
import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';

const require = createRequire(import.meta.url);
const auth = fileURLToPath(new URL('./node_modules/@aws-amplify/auth/', import.meta.url));
const srp = `${auth}dist/cjs/providers/cognito/utils/srp/`;
const AuthenticationHelper = require(`${srp}AuthenticationHelper/AuthenticationHelper.js`).default;
const BigInteger = require(`${srp}BigInteger/BigInteger.js`).default;
const { calculateA } = require(`${srp}calculate/calculateA.js`);
const { getSignatureString } = require(`${srp}getSignatureString.js`);
const { getNowString } = require(`${srp}getNowString.js`);
const { INIT_N } = require(`${srp}constants.js`);

/** As many hex digits as asked for, the same ones each time. */
function hex(seed, digits) {
    let text = '';
    for (let i = 0; text.length < digits; i++) {
        text += createHash('sha256').update(`${seed} ${i}`).digest('hex');
    }
    return text.slice(0, digits);
}

const N = new BigInteger(INIT_N, 16);
const g = new BigInteger('2', 16);
const passwords = ['Passw0rd!', '', ' blanks around ', 'caf\u00e9', 'cafe\u0301', '\u{1F511}\u{1F9D1}\u200D\u{1F680}', 'nul\u0000inside', 'x'.repeat(256)];
const users = ['demo', 'u+v@example.com', '\u00dcn\u00ef', '9c1a9f5e-0000-4000-8000-000000000001'];
const salts = ['1', '80', 'f'.repeat(32), '0' + hex('salt', 31), hex('salt', 31)];
const vectors = [];
for (let i = 0; i < 24; i++) {
    const a = new BigInteger(hex(`a ${i}`, i % 3 === 0 ? 255 : 256), 16);
    const A = await calculateA({ a, g, N });
    const helper = new AuthenticationHelper({ userPoolName: 'LocalPool', a, g, A, N });
    const username = users[i % users.length];
    const password = passwords[i % passwords.length];
    // all below N; some with their highest bit set, some shorter than others
    const B = (i % 2 ? '7' : i % 4 ? 'e' : '') + hex(`B ${i}`, 767);
    const SALT = salts[i % salts.length];
    const SECRET_BLOCK = Buffer.from(hex(`block ${i}`, 64 + 2 * i), 'hex').toString('base64');
    const hkdf = await helper.getPasswordAuthenticationKey({
        username,
        password,
        serverBValue: new BigInteger(B, 16),
        salt: new BigInteger(SALT, 16),
    });
    const instant = Date.UTC(2026, i % 12, 1 + i, i, (7 * i) % 60, (11 * i) % 60);
    const RealDate = globalThis.Date;
    globalThis.Date = class extends RealDate {
        constructor() {
            super(instant);
        }
    };
    const timestamp = getNowString();
    globalThis.Date = RealDate;
    vectors.push({
        a: a.toString(16),
        A: A.toString(16),
        username,
        password,
        B,
        SALT,
        SECRET_BLOCK,
        instant: new Date(instant).toISOString(),
        timestamp,
        signature: getSignatureString({
            userPoolName: 'LocalPool',
            username,
            challengeParameters: { SECRET_BLOCK },
            dateNow: timestamp,
            hkdf,
        }),
    });
}
console.log(JSON.stringify(vectors, null, 1));
