// Amplify JS in Node against the local AWS: signs in, refreshes, reads attributes, signs out.
// Argument: the address of the local AWS. Standard input: [{username, password, authFlowType}].
import { fetchAuthSession, fetchUserAttributes, getCurrentUser, signIn, signOut } from 'aws-amplify/auth';
import { readFileSync } from 'node:fs';
import { peerOf } from './local-peer.mjs';

const [, , url] = process.argv;
const stored = peerOf(url);

const results = [];
for (const { username, password, authFlowType } of JSON.parse(readFileSync(0, 'utf8'))) {
    const result = await signIn({ username, password, options: { authFlowType } });
    const before = await fetchAuthSession();
    const after = await fetchAuthSession({ forceRefresh: true });
    const user = await getCurrentUser();
    const attributes = await fetchUserAttributes();
    await signOut();
    results.push({
        isSignedIn: result.isSignedIn,
        username: user.username,
        groups: after.tokens.accessToken.payload['cognito:groups'] ?? [],
        refreshed: before.tokens.accessToken.toString() !== after.tokens.accessToken.toString(),
        email: attributes.email,
        left: [...stored.keys()].length,
    });
}
console.log(JSON.stringify(results));
