package org.amplifyjakarta.it.localaws;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An app client of the local pool; the secret is as public as the passwords. */
record AppClient(String id, @Nullable String secret) {

    static final AppClient WITHOUT_SECRET = new AppClient("localclient000000000000001", null);
    static final AppClient WITH_SECRET =
            new AppClient("localclientwithsecret00001", "a-public-test-secret-of-the-local-aws-0000000000000");

    static List<AppClient> all() {
        return List.of(WITHOUT_SECRET, WITH_SECRET);
    }

    static Optional<AppClient> named(String id) {
        return all().stream().filter(client -> client.id.equals(id)).findFirst();
    }
}
