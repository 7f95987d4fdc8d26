package org.amplifyjakarta.storage;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.amplifyjakarta.token.PoolFixture;
import org.amplifyjakarta.token.TestToken;
import org.amplifyjakarta.token.Tokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccessRulesTest {

    private static final String ME = "eu-west-1:me";

    private final AccessRules rules = new AccessRules(Map.of(
            "public/*", Map.of("guest", List.of("get"), "authenticated", List.of("read", "write")),
            "private/${cognito-identity.amazonaws.com:sub}/*", Map.of("entityidentity", List.of("get", "delete")),
            "admin/*", Map.of("groupsadmins,editors", List.of("get"))));

    @ParameterizedTest
    @CsvSource({
        "guest, get, public/a, true",
        "guest, list, public/a, false",
        "guest, get, private/eu-west-1:me/a, false",
        "guest, get, elsewhere, false",
        "user, list, public/, true",
        "user, write, public/a, true",
        "user, delete, public/a, false",
        "user, delete, private/eu-west-1:me/a, true",
        "user, get, private/eu-west-1:other/a, false",
        "user, get, admin/a, false",
        "admins, get, admin/a, true",
        "admin, get, admin/a, false",
        "editors, get, admin/a, true"
    })
    void whoMayDoWhatWhere(String who, String action, String path, boolean allowed) {
        assertThat(rules.allow(action, path, ME, tokens(who))).isEqualTo(allowed);
    }

    @Test
    void aBucketWithoutRulesIsLeftToS3() {
        assertThat(new AccessRules(Map.of()).allow("delete", "x", ME, Optional.empty()))
                .isTrue();
    }

    private static Optional<Tokens> tokens(String who) {
        if (who.equals("guest")) {
            return Optional.empty();
        }
        PoolFixture pool = new PoolFixture();
        String access = TestToken.access("alice", PoolFixture.START.plus(Duration.ofHours(1)))
                .with("cognito:groups", Json.createArrayBuilder().add(who).build())
                .signed();
        String id = TestToken.id("alice", PoolFixture.START.plus(Duration.ofHours(1)))
                .signed();
        return pool.tokens(PoolFixture.cookies("alice", access, id));
    }
}
