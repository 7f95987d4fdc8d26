package org.amplifyjakarta.it.localaws;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.Map;
import org.amplifyjakarta.it.localaws.Message.Purpose;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PasswordResetTest {

    private static final String OTHER = "0ther-Password";

    private final TestClock clock = new TestClock();
    private final LocalAws aws = LocalAws.start(0, clock);
    private final PoolClient pool = new PoolClient(aws);

    @AfterEach
    void stop() {
        aws.close();
    }

    @Test
    void aCodeGivesANewPasswordOnce() throws Exception {
        String code = forgot("demo");

        assertThat(pool.confirmReset("demo", code, OTHER)).isEmpty();

        assertThat(pool.signIn("demo", OTHER)).containsKey("AuthenticationResult");
        assertThat(PoolClient.error(pool.signIn("demo", "Passw0rd!"))).isEqualTo("NotAuthorizedException");
        assertThat(PoolClient.error(pool.confirmReset("demo", code, OTHER))).isEqualTo("ExpiredCodeException");
    }

    @Test
    void aWeakPasswordLeavesTheCode() throws Exception {
        String code = forgot("demo");

        assertThat(PoolClient.error(pool.confirmReset("demo", code, "weak"))).isEqualTo("InvalidPasswordException");
        assertThat(pool.confirmReset("demo", code, OTHER)).isEmpty();
    }

    @Test
    void aCodeIsOfItsUserAndPurpose() throws Exception {
        pool.signUp("ann", "ann@example.com");
        aws.add(LocalUser.of("bob", "Passw0rd!"));
        String code = forgot("demo");

        assertThat(PoolClient.error(pool.confirmReset("bob", code, OTHER))).isEqualTo("ExpiredCodeException");
        assertThat(PoolClient.error(
                        pool.confirmReset("ann", aws.lastMessageTo("ann").code(), OTHER)))
                .isEqualTo("ExpiredCodeException");
    }

    @Test
    void aCodeExpiresAfterAnHour() throws Exception {
        String code = forgot("demo");
        clock.pass(Duration.ofHours(1));

        assertThat(PoolClient.error(pool.confirmReset("demo", code, OTHER))).isEqualTo("ExpiredCodeException");
    }

    @Test
    void afterFiveWrongCodesTheRightOneIsRefusedToo() throws Exception {
        String code = forgot("demo");
        for (int i = 0; i < 5; i++) {
            assertThat(PoolClient.error(pool.confirmReset("demo", "x", OTHER))).isEqualTo("CodeMismatchException");
        }

        assertThat(PoolClient.error(pool.confirmReset("demo", code, OTHER))).isEqualTo("LimitExceededException");
        assertThat(PoolClient.error(pool.named("ForgotPassword", "demo"))).isEqualTo("LimitExceededException");
    }

    @Test
    void codesAreSentFiveTimesInAQuarterOfAnHour() throws Exception {
        for (int i = 0; i < 5; i++) {
            forgot("demo");
        }

        assertThat(PoolClient.error(pool.named("ForgotPassword", "demo"))).isEqualTo("LimitExceededException");
        clock.pass(Duration.ofMinutes(15));
        assertThat(pool.named("ForgotPassword", "demo")).containsKey("CodeDeliveryDetails");
    }

    @Test
    void whoDoesNotExistIsAnsweredAlike() throws Exception {
        aws.add(LocalUser.of("ann@example.com", "Passw0rd!").withAttribute("email", "ann@example.com"));

        assertThat(pool.named("ForgotPassword", "aba@example.com"))
                .isEqualTo(pool.named("ForgotPassword", "ann@example.com"));
        assertThat(pool.confirmReset("aba@example.com", "x", OTHER))
                .isEqualTo(pool.confirmReset("ann@example.com", "x", OTHER));
        assertThat(aws.messages()).hasSize(1);
    }

    @Test
    void whoVerifiedNothingIsSentNothing() throws Exception {
        pool.signUp("ann", "ann@example.com");

        assertThat(pool.named("ForgotPassword", "ann")).containsKey("CodeDeliveryDetails");
        assertThat(aws.lastMessageTo("ann").purpose()).isEqualTo(Purpose.SIGN_UP);
    }

    @Test
    void aPhoneServesWhoHasNoEmailAddress() throws Exception {
        aws.add(LocalUser.of("ann", "Passw0rd!").withoutAttribute("email").withPhone("+15550101234"));

        JsonObject details = pool.named("ForgotPassword", "ann").getJsonObject("CodeDeliveryDetails");

        assertThat(details)
                .isEqualTo(PoolClient.texts(Map.of(
                                "AttributeName",
                                "phone_number",
                                "DeliveryMedium",
                                "SMS",
                                "Destination",
                                "+*******1234"))
                        .build());
        assertThat(aws.lastMessageTo("ann").to()).isEqualTo("+15550101234");
    }

    @Test
    void whoMustResetIsToldAfterTheRightPasswordAndSignsInAfterIt() throws Exception {
        aws.add(LocalUser.of("ann", "Passw0rd!").withPasswordToReset());

        assertThat(PoolClient.error(pool.signIn("ann", "wrong"))).isEqualTo("NotAuthorizedException");
        assertThat(PoolClient.error(pool.signIn("ann", "Passw0rd!"))).isEqualTo("PasswordResetRequiredException");
        pool.confirmReset("ann", forgot("ann"), OTHER);
        assertThat(pool.signIn("ann", OTHER)).containsKey("AuthenticationResult");
    }

    @Test
    void aTemporaryPasswordIsNotReset() throws Exception {
        aws.add(LocalUser.of("ann", "Passw0rd!").withTemporaryPassword());

        assertThat(PoolClient.error(pool.named("ForgotPassword", "ann"))).isEqualTo("NotAuthorizedException");
    }

    private String forgot(String username) throws Exception {
        assertThat(pool.named("ForgotPassword", username)).containsKey("CodeDeliveryDetails");
        return aws.lastMessageTo(username).code();
    }
}
