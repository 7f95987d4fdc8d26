package org.amplifyjakarta.it.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.amplifyjakarta.AmplifyException;
import org.amplifyjakarta.Secret;
import org.amplifyjakarta.authentication.AmplifyAuthentication;
import org.amplifyjakarta.authentication.UserPoolAuthentication;
import org.amplifyjakarta.it.localaws.LocalAws;
import org.amplifyjakarta.it.localaws.Settings;
import org.amplifyjakarta.it.localaws.Settings.Fail;
import org.amplifyjakarta.it.support.LocalSession;
import org.junit.jupiter.api.Test;

/**
 * How long a sign-in takes that fails: for a wrong password, for a user who does not exist where the pool prevents user existence
 * errors, and where it tells (the local AWS does less then); by turns, the medians compared. By hand:
 * {@code mvn test -Dtest=SignInTimeRun -Dsurefire.failIfNoSpecifiedTests=false}.
 */
class SignInTimeRun {

    private static final int ROUNDS = 400;
    private static final int WARM_UP = 100;
    private static final Settings TELLING =
            Settings.DEFAULTS.withFail(new Fail("InitiateAuth", 400, "UserNotFoundException", 1));

    @Test
    void compare() {
        try (LocalAws aws = LocalAws.start(0);
                LocalSession session = LocalSession.openForGuest(aws)) {
            AmplifyAuthentication authentication = new UserPoolAuthentication(
                    session::context, session.pools().userPools(), InstantSource.system(), event -> {});
            List<Long> wrong = new ArrayList<>();
            List<Long> unknown = new ArrayList<>();
            List<Long> told = new ArrayList<>();
            for (int i = 0; i < ROUNDS + WARM_UP; i++) {
                wrong.add(nanos(authentication, "demo"));
                unknown.add(nanos(authentication, "demu"));
                aws.change(settings -> TELLING);
                told.add(nanos(authentication, "demu"));
            }
            double median = median(wrong);
            System.out.printf(
                    "wrong password %.2f ms; unknown user %.2f ms, ratio %.3f; unknown and told so %.2f ms, ratio %.3f%n",
                    median, median(unknown), median(unknown) / median, median(told), median(told) / median);
        }
    }

    private static long nanos(AmplifyAuthentication authentication, String username) {
        long start = System.nanoTime();
        try {
            authentication.signIn(username, Secret.of("wrong"));
        } catch (AmplifyException e) {
            assertThat(e.name()).isEqualTo("NotAuthorizedException");
        }
        return System.nanoTime() - start;
    }

    private static double median(List<Long> nanos) {
        List<Long> sorted = new ArrayList<>(nanos.subList(WARM_UP, nanos.size()));
        Collections.sort(sorted);
        return sorted.get(sorted.size() / 2) / 1e6;
    }
}
