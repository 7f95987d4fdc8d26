// Amplify JS in Node against the local AWS: the life of a user, from the sign-up to the end of the account.
// Argument: the address of the local AWS. Standard input: {username, email, password, newPassword, totpStep}, the last
// of them the number of the thirty seconds in which the clock of the local AWS stands.
import {
    confirmResetPassword,
    confirmSignIn,
    confirmSignUp,
    deleteUser,
    fetchMFAPreference,
    fetchUserAttributes,
    resendSignUpCode,
    resetPassword,
    signIn,
    signOut,
    signUp,
} from 'aws-amplify/auth';
import { createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { lastCode, peerOf } from './local-peer.mjs';

const [, , url] = process.argv;
const { username, email, password, newPassword, totpStep } = JSON.parse(readFileSync(0, 'utf8'));
peerOf(url);


const base32 = (text) => {
    const bits = [...text].map((c) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(c).toString(2).padStart(5, '0')).join('');
    return Buffer.from(bits.match(/.{8}/g).map((byte) => parseInt(byte, 2)));
};
const totp = (secret, at) => {
    const counter = Buffer.alloc(8);
    counter.writeBigUInt64BE(BigInt(at));
    const hash = createHmac('sha1', base32(secret)).update(counter).digest();
    const number = hash.readUInt32BE(hash[19] & 0xf) & 0x7fffffff;
    return String(number % 1_000_000).padStart(6, '0');
};
const errorOf = (call) => call.then(() => 'none', (error) => error.name);

const steps = [];
const told = ({ nextStep }) => void steps.push(nextStep.signUpStep ?? nextStep.signInStep ?? nextStep.resetPasswordStep);

told(await signUp({ username, password, options: { userAttributes: { email } } }));
told(await signIn({ username, password }));
const wrongCode = await errorOf(confirmSignUp({ username, confirmationCode: 'wrong' }));
const { destination } = await resendSignUpCode({ username });
told(await confirmSignUp({ username, confirmationCode: await lastCode(url) }));

const setUp = await signIn({ username, password });
told(setUp);
const secret = setUp.nextStep.totpSetupDetails.sharedSecret;
const wrongTotp = await errorOf(confirmSignIn({ challengeResponse: '000' }));
told(await confirmSignIn({ challengeResponse: totp(secret, totpStep) }));
const preference = await fetchMFAPreference();
const attributes = await fetchUserAttributes();
await signOut();

told(await resetPassword({ username }));
await confirmResetPassword({ username, confirmationCode: await lastCode(url), newPassword });
const oldPassword = await errorOf(signIn({ username, password }));
told(await signIn({ username, password: newPassword, options: { authFlowType: 'USER_PASSWORD_AUTH' } }));
const usedTotp = await errorOf(confirmSignIn({ challengeResponse: totp(secret, totpStep) }));
told(await confirmSignIn({ challengeResponse: totp(secret, totpStep + 1) }));
await deleteUser();
const deleted = await errorOf(signIn({ username, password: newPassword }));

console.log(
    JSON.stringify({ steps, wrongCode, destination, wrongTotp, preference, attributes, oldPassword, usedTotp, deleted }),
);
