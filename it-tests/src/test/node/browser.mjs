// Amplify JS for a page, as an application with `ssr: true` has it: tokens in cookies.
import { Amplify } from 'aws-amplify';
import { fetchAuthSession, getCurrentUser, signIn, signOut } from 'aws-amplify/auth';

const named = async (action) => {
    try {
        return await action();
    } catch (e) {
        return { error: e.name, message: e.message };
    }
};

window.amplifyPeer = {
    configure: (url) =>
        Amplify.configure(
            {
                Auth: {
                    Cognito: {
                        userPoolId: 'us-east-1_LocalPool',
                        userPoolClientId: 'localclient000000000000001',
                        userPoolEndpoint: url,
                    },
                },
            },
            { ssr: true },
        ),
    signIn: (username, password) => named(async () => (await signIn({ username, password })).isSignedIn),
    signOut: () => named(async () => (await signOut()) ?? 'done'),
    user: () => named(async () => (await getCurrentUser()).username),
    session: (options) =>
        named(async () => {
            const { tokens } = await fetchAuthSession(options);
            return tokens ? { jti: tokens.accessToken.payload.jti, exp: tokens.accessToken.payload.exp } : null;
        }),
};
