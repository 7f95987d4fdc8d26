// The npm adapter-core on a server: fetchAuthSession for as many requests as told, each in a server context of its own.
// Arguments: the address of the local AWS, the number of requests. Standard input: the cookies, {name: value}.
import {
    createAWSCredentialsAndIdentityIdProvider,
    createKeyValueStorageFromCookieStorageAdapter,
    createUserPoolsTokenProvider,
    runWithAmplifyServerContext,
} from 'aws-amplify/adapter-core';
import { fetchAuthSession } from 'aws-amplify/auth/server';
import { readFileSync } from 'node:fs';

const [, , url, requests] = process.argv;
const received = JSON.parse(readFileSync(0, 'utf8'));
const Cognito = {
    userPoolId: 'us-east-1_LocalPool',
    userPoolClientId: 'localclient000000000000001',
    userPoolEndpoint: url,
    identityPoolId: 'us-east-1:00000000-0000-4000-8000-000000000001',
    identityPoolEndpoint: url,
    allowGuestAccess: true,
};

const request = async () => {
    const cookies = new Map(Object.entries(received));
    const storage = createKeyValueStorageFromCookieStorageAdapter({
        get: (name) => (cookies.has(name) ? { name, value: cookies.get(name) } : undefined),
        getAll: () => [...cookies].map(([name, value]) => ({ name, value })),
        set: (name, value) => void cookies.set(name, value),
        delete: (name) => void cookies.delete(name),
    });
    const libraryOptions = {
        Auth: {
            tokenProvider: createUserPoolsTokenProvider({ Cognito }, storage),
            credentialsProvider: createAWSCredentialsAndIdentityIdProvider({ Cognito }, storage),
        },
    };
    return runWithAmplifyServerContext({ Auth: { Cognito } }, libraryOptions, (context) => fetchAuthSession(context));
};

let withCredentials = 0;
for (let i = 0; i < Number(requests); i++) {
    withCredentials += (await request()).credentials ? 1 : 0;
}
console.log(JSON.stringify({ withCredentials }));
