// What Amplify JS does with `ssr: true`, by hand and for passwords only, so that the sample runs without npm.
// An application uses Amplify JS here.
'use strict';

const restore = (text, pattern) => encodeURIComponent(text).replace(pattern, decodeURIComponent);
const cookieName = (text) =>
    restore(text, /%(23|24|26|2B|5E|60|7C)/g).replace(/[()]/g, (c) => '%' + c.charCodeAt(0).toString(16).toUpperCase());
const cookieValue = (text) => restore(text, /%(2[346BF]|3[AC-F]|40|5[BDE]|60|7[BCD])/g);

const writeCookie = (name, value, days) => {
    const expires = new Date(Date.now() + days * 864e5).toUTCString();
    document.cookie = `${cookieName(name)}=${cookieValue(value)}; path=/; expires=${expires}; secure; sameSite=lax`;
};
const readCookie = (name) =>
    document.cookie
        .split('; ')
        .filter((pair) => pair.startsWith(cookieName(name) + '='))
        .map((pair) => decodeURIComponent(pair.slice(pair.indexOf('=') + 1)))[0];

const callCognito = async (configuration, operation, body) => {
    const answer = await fetch(configuration.userPoolEndpoint, {
        method: 'POST',
        headers: {
            'Content-Type': 'application/x-amz-json-1.1',
            'X-Amz-Target': 'AWSCognitoIdentityProviderService.' + operation,
        },
        body: JSON.stringify({ ClientId: configuration.userPoolClientId, ...body }),
    });
    const result = await answer.json();
    if (!answer.ok) {
        throw new Error(result.message || result.__type);
    }
    return result;
};

const loadConfiguration = async () => (await fetch('api/configuration')).json();
const prefixOf = (configuration) => `CognitoIdentityServiceProvider.${configuration.userPoolClientId}`;
const claimsOf = (token) => {
    const bytes = Uint8Array.from(atob(token.split('.')[1].replace(/-/g, '+').replace(/_/g, '/')), (c) => c.charCodeAt(0));
    return JSON.parse(new TextDecoder().decode(bytes));
};

const session = {
    async signIn(username, password) {
        const configuration = await loadConfiguration();
        const { AuthenticationResult: tokens } = await callCognito(configuration, 'InitiateAuth', {
            AuthFlow: 'USER_PASSWORD_AUTH',
            AuthParameters: { USERNAME: username, PASSWORD: password },
        });
        const claims = claimsOf(tokens.AccessToken);
        const own = `${prefixOf(configuration)}.${claims.username}`;
        writeCookie(`${prefixOf(configuration)}.LastAuthUser`, claims.username, 365);
        writeCookie(`${own}.accessToken`, tokens.AccessToken, 365);
        writeCookie(`${own}.idToken`, tokens.IdToken, 365);
        writeCookie(`${own}.refreshToken`, tokens.RefreshToken, 365);
        writeCookie(`${own}.clockDrift`, String(claims.iat * 1000 - Date.now()), 365);
        writeCookie(
            `${own}.signInDetails`,
            JSON.stringify({ loginId: username, authFlowType: 'USER_PASSWORD_AUTH' }),
            365,
        );
    },

    async signOut() {
        const configuration = await loadConfiguration();
        const user = readCookie(`${prefixOf(configuration)}.LastAuthUser`);
        const own = `${prefixOf(configuration)}.${user}`;
        const refreshToken = readCookie(`${own}.refreshToken`);
        try {
            if (refreshToken) {
                await callCognito(configuration, 'RevokeToken', { Token: refreshToken });
            }
        } finally {
            for (const field of ['accessToken', 'idToken', 'refreshToken', 'clockDrift', 'signInDetails']) {
                writeCookie(`${own}.${field}`, '', -1);
            }
            writeCookie(`${prefixOf(configuration)}.LastAuthUser`, '', -1);
        }
    },
};
