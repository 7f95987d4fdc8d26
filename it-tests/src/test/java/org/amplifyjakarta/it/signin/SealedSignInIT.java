package org.amplifyjakarta.it.signin;

import org.amplifyjakarta.it.localaws.LocalAws;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Sessions that are sealed. */
class SealedSignInIT extends EnclosedSignInSuite {

    private static final LocalAws AWS = LocalAws.start(0);

    SealedSignInIT() {
        super(AWS, "\\d=[\\w.~-]+");
    }

    @Deployment(testable = false)
    static WebArchive sample() {
        return SignInSite.sealed(SealedSignInIT.class, AWS);
    }

    @AfterAll
    static void stop() {
        AWS.close();
    }

    @Test
    @Tag("C-16")
    void tokensTooLargeForACookieAreKeptInSeveral() throws Exception {
        assertIsKept(3_000);
    }

    @Test
    @Tag("C-16")
    void tokensTooLargeForAllOfThemAreAClearErrorAndNothingIsStored() throws Exception {
        assertIsTooLarge(20_000);
    }
}
