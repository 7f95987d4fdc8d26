package org.amplifyjakarta.it.signin;

import java.util.Map;
import org.amplifyjakarta.it.localaws.LocalAws;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterAll;

/** Sessions that are stored, in a store of the application's own. */
class StoredSignInIT extends EnclosedSignInSuite {

    private static final LocalAws AWS = LocalAws.start(0);

    StoredSignInIT() {
        super(AWS, "id=[\\w-]{43}");
    }

    @Deployment(testable = false)
    static WebArchive sample() {
        return SignInSite.deployment(StoredSignInIT.class, AWS, "/api/auth", Map.of("amplify.session.mode", "stored"))
                .addClass(MemoryStore.class);
    }

    @AfterAll
    static void stop() {
        AWS.close();
    }
}
