// Amplify JS in Node against the local AWS: one sign-in with SRP, and the answers to its challenges; prints the steps.
// Argument: the address of the local AWS. Standard input: {username, password, answers}; the answer CODE stands for the
// last code that was sent.
import { Amplify } from 'aws-amplify';
import { confirmSignIn, signIn } from 'aws-amplify/auth';
import { cognitoUserPoolsTokenProvider } from 'aws-amplify/auth/cognito';
import { readFileSync } from 'node:fs';

const [, , url] = process.argv;
const { username, password, answers } = JSON.parse(readFileSync(0, 'utf8'));
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

const lastCode = async () => (await (await fetch(`${url}/_local/messages`)).json()).at(-1).code;
const told = ({ nextStep: { signInStep, allowedMFATypes, missingAttributes, codeDeliveryDetails } }) =>
    [signInStep, allowedMFATypes ?? missingAttributes ?? codeDeliveryDetails?.destination ?? ''].join(' ').trim();

const steps = [told(await signIn({ username, password }))];
for (const answer of answers) {
    const given = answer === 'CODE' ? await lastCode() : answer;
    const options = steps.at(-1).endsWith('REQUIRED email') ? { userAttributes: { email: 'ann@example.com' } } : {};
    steps.push(told(await confirmSignIn({ challengeResponse: given, options })));
}
console.log(JSON.stringify(steps));
