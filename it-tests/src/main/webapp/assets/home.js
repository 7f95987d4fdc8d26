'use strict';

const show = async () => {
    const answer = await fetch('api/session');
    const { signedIn, username } = await answer.json();
    document.getElementById('user').textContent = signedIn ? `Signed in as ${username}` : 'Nobody is signed in.';
    document.getElementById('sign-in').hidden = signedIn;
    document.getElementById('sign-out').hidden = !signedIn;
};

// what a script can see a script ends; the form ends what the server began
document.getElementById('sign-out').addEventListener('click', async (event) => {
    if (document.cookie.includes('.LastAuthUser=')) {
        event.preventDefault();
        await session.signOut();
        await show();
    }
});
show();
