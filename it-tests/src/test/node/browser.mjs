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
    configure: (url, guests) =>
        Amplify.configure(
            {
                Auth: {
                    Cognito: {
                        userPoolId: 'us-east-1_LocalPool',
                        userPoolClientId: 'localclient000000000000001',
                        userPoolEndpoint: url,
                        ...(guests && {
                            identityPoolId: 'us-east-1:00000000-0000-4000-8000-000000000001',
                            identityPoolEndpoint: url,
                            allowGuestAccess: true,
                        }),
                    },
                },
            },
            { ssr: true },
        ),
    signIn: (username, password) => named(async () => (await signIn({ username, password })).isSignedIn),
    signOut: () => named(async () => (await signOut()) ?? 'done'),
    user: () => named(async () => (await getCurrentUser()).username),
    identity: () => named(async () => (await fetchAuthSession()).identityId),
    session: (options) =>
        named(async () => {
            const { tokens } = await fetchAuthSession(options);
            return tokens ? { jti: tokens.accessToken.payload.jti, exp: tokens.accessToken.payload.exp } : null;
        }),
};
