package org.amplifyjakarta.it.signin;

import org.amplifyjakarta.it.localaws.LocalAws;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Sessions that are stored, in a store of the application's own. */
class StoredSignInIT extends EnclosedSignInSuite {

    private static final LocalAws AWS = LocalAws.start(0);

    StoredSignInIT() {
        super(AWS, "id=[\\w-]{43}");
    }

    @Deployment(testable = false)
    static WebArchive sample() {
        return SignInSite.stored(StoredSignInIT.class, AWS);
    }

    @AfterAll
    static void stop() {
        AWS.close();
    }

    @Test
    @Tag("C-16")
    void tokensOfAnySizeAreKept() throws Exception {
        assertIsKept(20_000);
    }
}
