package org.amplifyjakarta.jaxrs.authentication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.amplifyjakarta.config.CookieConfig;
import org.amplifyjakarta.cookie.SetCookie;
import org.junit.jupiter.api.Test;

class RestCookieStorageTest {

    private static final CookieConfig ATTRIBUTES =
            new CookieConfig(null, "/", CookieConfig.SameSite.LAX, true, false, Duration.ofDays(1));

    private final RestCookieStorage storage = new RestCookieStorage(List.of("a=1", "b=2"), () -> Instant.EPOCH);

    @Test
    void whatIsSetIsReadBackAndSentOnceAName() {
        storage.set("a", "3", ATTRIBUTES);
        storage.set("a", "4", ATTRIBUTES);
        storage.delete("b", ATTRIBUTES);

        assertThat(storage.get("a")).hasValue("4");
        assertThat(storage.get("b")).isEmpty();
        assertThat(storage.send()).extracting(SetCookie::name).containsExactly("a", "b");
    }

    @Test
    void nothingCanBeSetOnceTheHeadersAreWritten() {
        assertThat(storage.isWritable()).isTrue();

        storage.send();

        assertThat(storage.isWritable()).isFalse();
        assertThatIllegalStateException().isThrownBy(() -> storage.set("a", "5", ATTRIBUTES));
        assertThatIllegalStateException().isThrownBy(() -> storage.delete("a", ATTRIBUTES));
    }

    @Test
    void anAnswerIsPersonalOnceASessionWasAskedFor() {
        assertThat(storage.isPersonal()).isFalse();

        storage.markPersonal();

        assertThat(storage.isPersonal()).isTrue();
    }
}
