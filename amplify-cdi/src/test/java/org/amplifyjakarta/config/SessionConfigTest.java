package org.amplifyjakarta.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.URI;
import java.time.Duration;
import org.amplifyjakarta.config.SessionConfig.Mode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Sealed and stored sessions, as they are configured. */
class SessionConfigTest {

    private static final String KEY = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";

    @Test
    void keysKeepTheirOrder() {
        SessionConfig session = encrypted()
                .set(ConfigKey.SESSION_KEYS, "b:" + KEY + ", a:" + KEY)
                .build()
                .web()
                .session();

        assertThat(session.mode()).isEqualTo(Mode.ENCRYPTED);
        assertThat(session.keys().keySet()).containsExactly("b", "a");
        assertThat(session).asString().doesNotContain(KEY);
    }

    @ParameterizedTest
    @ValueSource(strings = {KEY, "a:short", "a:" + KEY + ",a:" + KEY, ":" + KEY, "a b:" + KEY, "a:!!" + KEY})
    void whatIsNoKeyIsRefusedAndNotShown(String keys) {
        ConfigurationException failure = refusal(encrypted().set(ConfigKey.SESSION_KEYS, keys));

        assertThat(failure.getMessage()).contains("amplify.session.keys").doesNotContain(KEY);
    }

    @Test
    void encryptionNeedsKeysAndRoutes() {
        assertThat(refusal(AmplifyConfig.builder().set(ConfigKey.SESSION_MODE, "encrypted"))
                        .getMessage())
                .contains("amplify.session.mode", "amplify.session.keys", "amplify.app-origin");
    }

    @ParameterizedTest
    @Tag("C-19")
    @CsvSource({"COOKIE_DOMAIN, example.com", "COOKIE_PATH, /app", "COOKIE_SECURE, false"})
    void namesThatBeginWithHostBindTheirAttributes(ConfigKey key, String value) {
        ConfigurationException failure =
                refusal(encrypted().set(ConfigKey.SESSION_KEYS, "a:" + KEY).set(key, value));

        assertThat(failure.getMessage()).contains(key.key(), "__Host-");
    }

    @Test
    void aStoreIsACacheOfThirtyDaysUnlessToldOtherwise() {
        assertThat(of("stored").build().web().session().store())
                .isEqualTo(new StoreConfig("amplify-sessions", null, null, Duration.ofDays(30)));
        assertThat(of("stored")
                        .set(ConfigKey.SESSION_CACHE, "s")
                        .set(ConfigKey.SESSION_CACHE_PROVIDER, "com.example.Provider")
                        .set(ConfigKey.SESSION_CACHE_URI, "hazelcast.xml")
                        .set(ConfigKey.SESSION_CACHE_EXPIRY, "PT1H")
                        .build()
                        .web()
                        .session()
                        .store())
                .isEqualTo(
                        new StoreConfig("s", "com.example.Provider", URI.create("hazelcast.xml"), Duration.ofHours(1)));
    }

    @Test
    void allFaultsOfAStoreAreToldAtOnce() {
        ConfigurationException failure = refusal(AmplifyConfig.builder()
                .set(ConfigKey.SESSION_MODE, "stored")
                .set(ConfigKey.SESSION_CACHE_URI, "a b")
                .set(ConfigKey.SESSION_CACHE_EXPIRY, "PT1S"));

        assertThat(failure.getMessage())
                .contains("amplify.session.mode", "amplify.session.cache.uri", "amplify.session.cache.expiry")
                .doesNotContain("amplify.session.keys");
    }

    private static ConfigBuilder encrypted() {
        return of("encrypted");
    }

    private static ConfigBuilder of(String mode) {
        return AmplifyConfig.builder()
                .set(ConfigKey.SESSION_MODE, mode)
                .set(ConfigKey.APP_ORIGIN, "https://app.example.com")
                .set(ConfigKey.OAUTH_DOMAIN, "auth.example.com");
    }

    private static ConfigurationException refusal(ConfigBuilder config) {
        return catchThrowableOfType(ConfigurationException.class, config::build);
    }
}
