// Amplify JS in Node against the local AWS: one sign-in with SRP, and the answers to its challenges; prints the steps.
// Argument: the address of the local AWS. Standard input: {username, password, answers}; the answer CODE stands for the
// last code that was sent.
import { confirmSignIn, signIn } from 'aws-amplify/auth';
import { readFileSync } from 'node:fs';
import { lastCode, peerOf } from './local-peer.mjs';

const [, , url] = process.argv;
const { username, password, answers } = JSON.parse(readFileSync(0, 'utf8'));
peerOf(url);

const told = ({ nextStep: { signInStep, allowedMFATypes, missingAttributes, codeDeliveryDetails } }) =>
    [signInStep, allowedMFATypes ?? missingAttributes ?? codeDeliveryDetails?.destination ?? ''].join(' ').trim();

const steps = [told(await signIn({ username, password }))];
for (const answer of answers) {
    const given = answer === 'CODE' ? await lastCode(url) : answer;
    const options = steps.at(-1).endsWith('REQUIRED email') ? { userAttributes: { email: 'ann@example.com' } } : {};
    steps.push(told(await confirmSignIn({ challengeResponse: given, options })));
}
console.log(JSON.stringify(steps));
