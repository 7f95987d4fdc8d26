// What every run of Amplify JS in Node against the local AWS begins with.
import { Amplify } from 'aws-amplify';
import { cognitoUserPoolsTokenProvider } from 'aws-amplify/auth/cognito';

/** Configures Amplify JS for the local AWS at an address, and returns the map that its tokens are kept in. */
export const peerOf = (url) => {
    Amplify.configure({
        Auth: {
            Cognito: {
                userPoolId: 'us-east-1_LocalPool',
                userPoolClientId: 'localclient000000000000001',
                userPoolEndpoint: url,
            },
        },
    });
    const stored = new Map();
    cognitoUserPoolsTokenProvider.setKeyValueStorage({
        setItem: async (key, value) => void stored.set(key, value),
        getItem: async (key) => stored.get(key) ?? null,
        removeItem: async (key) => void stored.delete(key),
        clear: async () => stored.clear(),
    });
    return stored;
};

/** Returns the last code that the local AWS sent. */
export const lastCode = async (url) => (await (await fetch(`${url}/_local/messages`)).json()).at(-1).code;
