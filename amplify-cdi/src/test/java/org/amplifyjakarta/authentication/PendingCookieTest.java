package org.amplifyjakarta.authentication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.amplifyjakarta.AmplifyException;
import org.amplifyjakarta.Secret;
import org.amplifyjakarta.config.ConfigKey;
import org.amplifyjakarta.cookie.SetCookie;
import org.amplifyjakarta.token.PoolFixture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The cookie of what is pending, and what others make of it. */
class PendingCookieTest {

    private final Scene scene = new Scene();

    @AfterEach
    void close() {
        scene.close();
    }

    @Test
    void itIsKeptFromScriptsAndOtherSitesForAQuarterOfAnHour() {
        SetCookie cookie = pending();

        assertThat(cookie.name()).matches("__Host-com\\.amplify\\.server_auth\\.challenge\\.[\\w-]{8}");
        assertThat(cookie.line())
                .contains("; Path=/; ", "; Max-Age=900; ")
                .endsWith("; Secure; HttpOnly; SameSite=Lax");
    }

    @Test
    void itIsSecureWhereTheSessionsAre() {
        try (Scene plain = new Scene(
                PoolFixture.config().set(ConfigKey.COOKIE_SECURE, "false").build())) {
            plain.provedAnswers(Scene.challenge("SMS_MFA"));
            plain.signIn();

            assertThat(plain.pendingCookies().get(0).line())
                    .startsWith("com.amplify")
                    .doesNotContain("Secure");
        }
    }

    @Test
    void itIsNothingAfterAQuarterOfAnHourWhateverTheBrowserKeeps() {
        pending();
        scene.next();
        scene.clock.advance(Duration.ofMinutes(14));
        assertThat(scene.authentication().pending()).isPresent();

        scene.clock.advance(Duration.ofMinutes(2));

        assertThat(scene.authentication().pending()).isEmpty();
    }

    static Stream<String> odd() {
        String whole = "{\"step\":\"CONFIRM_SIGN_IN_WITH_SMS_CODE\",\"login\":\"a\",\"user\":\"a\",\"at\":"
                + PoolFixture.START.getEpochSecond() + ",\"session\":\"s\"}";
        return Stream.of(
                        "",
                        "{",
                        "[]",
                        "null",
                        "{}",
                        whole.replace("SMS_CODE", "MAGIC"),
                        whole.replace(",\"session\":\"s\"", ""),
                        whole.replace("\"s\"", "1"),
                        whole.replace("\"s\"", "\"\""),
                        whole.replace("\"user\":\"a\"", "\"user\":\"\""),
                        whole.replace("\"user\":\"a\"", "\"user\":\"a\\r\\nb\""),
                        whole.replace("\"login\":\"a\",", ""),
                        whole.replaceFirst("\"at\":\\d+", "\"at\":1e99"),
                        whole.replaceFirst("\"at\":\\d+", "\"at\":\"now\""),
                        whole.replaceFirst("\"at\":\\d+", "\"at\":" + (PoolFixture.START.getEpochSecond() + 3600)),
                        whole.replaceFirst("\"at\":\\d+", "\"at\":0"),
                        whole.replace("}", ",\"medium\":\"<b>\"}"),
                        whole.replace("}", ",\"medium\":\"SMS\",\"to\":7}"),
                        whole.replace("CONFIRM_SIGN_IN_WITH_SMS_CODE", "CONTINUE_SIGN_IN_WITH_MFA_SELECTION"),
                        whole.replace("CONFIRM_SIGN_IN_WITH_SMS_CODE", "CONTINUE_SIGN_IN_WITH_MFA_SELECTION")
                                .replace("}", ",\"list\":[]}"),
                        whole.replace("CONFIRM_SIGN_IN_WITH_SMS_CODE", "CONTINUE_SIGN_IN_WITH_MFA_SELECTION")
                                .replace("}", ",\"list\":[\"PIGEON\"]}"),
                        whole.replace("CONFIRM_SIGN_IN_WITH_SMS_CODE", "CONTINUE_SIGN_IN_WITH_MFA_SELECTION")
                                .replace("}", ",\"list\":[[1]]}"),
                        whole.replace("CONFIRM_SIGN_IN_WITH_SMS_CODE", "CONTINUE_SIGN_IN_WITH_TOTP_SETUP"),
                        whole.replace("CONFIRM_SIGN_IN_WITH_SMS_CODE", "CONTINUE_SIGN_IN_WITH_TOTP_SETUP")
                                .replace("}", ",\"secret\":\"\\\"><script>\"}"),
                        whole.replace("CONFIRM_SIGN_IN_WITH_SMS_CODE", "CONFIRM_SIGN_UP"),
                        whole.replace("CONFIRM_SIGN_IN_WITH_SMS_CODE", "DONE"),
                        "[".repeat(2_900))
                .map(json ->
                        Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8)));
    }

    @ParameterizedTest
    @MethodSource("odd")
    @Tag("C-07")
    void whatIsOddIsNothing(String text) {
        assertNothing(text);
    }

    @Test
    void textsThatAreNoBase64OrTooLongAreNothing() {
        for (String text : List.of("%00", "*", "a", "A".repeat(5_000), "é", "\"")) {
            assertNothing(text);
        }
    }

    @Test
    void noCopyWithASpoiltByteThrows() {
        String name = pending().name();
        String text = scene.cookies.get(name).orElseThrow();
        Random random = new Random(7);
        for (int i = 0; i < 300; i++) {
            StringBuilder spoilt = new StringBuilder(text);
            spoilt.setCharAt(random.nextInt(text.length()), (char) (33 + random.nextInt(94)));
            scene.next(name + "=" + spoilt);

            assertThat(scene.authentication().pending())
                    .satisfiesAnyOf(
                            found -> assertThat(found).isEmpty(),
                            found -> assertThat(found.orElseThrow().step()).isNotEqualTo("DONE"));
        }
    }

    @Test
    void whatIsUnreadableIsRemovedWithTheRest() {
        String name = pending().name();
        scene.next(name + "=*");

        scene.authentication().cancel();

        scene.next();
        assertThat(scene.header()).isEmpty();
    }

    @Test
    void whatNoBrowserWouldKeepIsNotSent() {
        scene.provedAnswers(Scene.challenge("SMS_MFA"));
        String large = "u".repeat(4_000);

        AmplifyException thrown = catchThrowableOfType(
                AmplifyException.class, () -> scene.authentication().signIn(large, Secret.of(Scene.PASSWORD)));

        assertThat(thrown.name()).isEqualTo("CookieTooLarge");
        assertThat(thrown).hasMessageNotContaining(large);
        assertThat(scene.pendingCookies()).isEmpty();
    }

    private void assertNothing(String text) {
        String name = pending().name();
        scene.next(name + "=" + text);

        assertThat(scene.authentication().pending()).isEmpty();
        assertThat(catchThrowableOfType(AmplifyException.class, () -> scene.confirm("1"))
                        .name())
                .isEqualTo("SignInException");
    }

    private SetCookie pending() {
        scene.next("");
        scene.provedAnswers(Scene.challenge("SMS_MFA"));
        scene.signIn();
        return scene.pendingCookies().get(0);
    }
}
