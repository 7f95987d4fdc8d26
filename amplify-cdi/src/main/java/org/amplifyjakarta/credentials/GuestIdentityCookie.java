package org.amplifyjakarta.credentials;

import java.util.List;
import java.util.Optional;
import org.amplifyjakarta.config.CookieConfig;
import org.amplifyjakarta.cookie.CookieStorage;

/** The identity of a guest in the browser's cookie, under the names that Amplify JS and its server adapter use. */
record GuestIdentityCookie(CookieStorage cookies, List<String> names, CookieConfig attributes)
        implements GuestIdentity {

    @Override
    public Optional<String> get() {
        cookies.markPersonal();
        return names.stream().flatMap(name -> cookies.get(name).stream()).findFirst();
    }

    @Override
    public void keep(String identityId) {
        if (cookies.isWritable()) {
            cookies.set(names.get(0), identityId, attributes);
        }
    }

    @Override
    public void forget() {
        if (cookies.isWritable()) {
            names.stream()
                    .filter(name -> cookies.get(name).isPresent())
                    .forEach(name -> cookies.delete(name, attributes));
        }
    }

    /** Shows no identity. */
    @Override
    public String toString() {
        return "GuestIdentityCookie" + names;
    }
}
