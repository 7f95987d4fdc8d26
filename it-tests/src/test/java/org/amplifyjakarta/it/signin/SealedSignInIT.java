package org.amplifyjakarta.it.signin;

import java.util.Map;
import org.amplifyjakarta.it.localaws.LocalAws;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterAll;

/** Sessions that are sealed. */
class SealedSignInIT extends EnclosedSignInSuite {

    private static final LocalAws AWS = LocalAws.start(0);

    SealedSignInIT() {
        super(AWS, "\\d=[\\w.~-]+");
    }

    @Deployment(testable = false)
    static WebArchive sample() {
        return SignInSite.deployment(
                SealedSignInIT.class,
                AWS,
                "/api/auth",
                Map.of(
                        "amplify.session.mode",
                        "encrypted",
                        "amplify.session.keys",
                        "test:AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8="));
    }

    @AfterAll
    static void stop() {
        AWS.close();
    }
}
