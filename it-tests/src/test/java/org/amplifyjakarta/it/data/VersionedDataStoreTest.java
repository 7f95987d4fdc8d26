package org.amplifyjakarta.it.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import jakarta.json.JsonObject;
import java.util.Objects;
import org.amplifyjakarta.AmplifyException;
import org.amplifyjakarta.datastore.AmplifyDataStore;
import org.amplifyjakarta.graphql.GraphQLException;
import org.amplifyjakarta.it.localaws.LocalAws;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** DataStore against an API that detects conflicts and keeps what was removed. */
class VersionedDataStoreTest {

    private static final LocalAws AWS = LocalAws.start(0);

    private final DataStores stores = new DataStores(AWS);
    private final AmplifyDataStore versions = stores.versions();

    @BeforeEach
    void settle() {
        AWS.forgetModels();
    }

    @AfterEach
    void close() {
        stores.close();
    }

    @AfterAll
    static void stop() {
        AWS.close();
    }

    @Test
    void versionsGoAlong() {
        VersionedPost created = versions.save(new VersionedPost(null, "a", null, null, null));
        VersionedPost changed = versions.save(created.titled("b"));

        assertThat(created._version()).isEqualTo(1);
        assertThat(changed._version()).isEqualTo(2);
        assertThat(changed._lastChangedAt()).isNotNull();
        assertThat(changed._deleted()).isNull();
        assertThat(versions.query(VersionedPost.class)).containsExactly(changed);
    }

    @Test
    void whoHasNotSeenTheLastVersionIsToldWhatItIs() {
        VersionedPost created = versions.save(new VersionedPost(null, "a", null, null, null));
        versions.save(created.titled("b"));

        GraphQLException conflict = graphQlFailure(() -> versions.save(created.titled("c")));

        assertThat(conflict.name()).isEqualTo("ConflictUnhandled");
        JsonObject error = Objects.requireNonNull(conflict.errors().get(0).json());
        assertThat(error.getJsonObject("data").getString("title")).isEqualTo("b");
    }

    @Test
    void whatIsGoneIsGone() {
        VersionedPost first = versions.save(new VersionedPost(null, "a", null, null, null));
        VersionedPost second = versions.save(new VersionedPost(null, "b", null, null, null));

        assertThat(versions.delete(first)).map(VersionedPost::_deleted).contains(true);
        assertThat(versions.query(VersionedPost.class)).containsExactly(second);
        assertThat(versions.query(VersionedPost.class, String.valueOf(first.id())))
                .isEmpty();
        assertThat(versions.delete(VersionedPost.class, String.valueOf(first.id())))
                .isEmpty();
        assertThat(versions.delete(VersionedPost.class, String.valueOf(second.id())))
                .isPresent();
        assertThat(versions.query(VersionedPost.class)).isEmpty();
    }

    @Test
    void nothingIsWrittenOverAVersionThatWasNotSeen() {
        VersionedPost created = versions.save(new VersionedPost(null, "a", null, null, null));

        assertThat(failure(() -> versions.save(new VersionedPost(created.id(), "b", null, null, null)))
                        .name())
                .isEqualTo("InvalidModel");
        assertThat(failure(() -> versions.delete(new VersionedPost(created.id(), "b", null, null, null)))
                        .name())
                .isEqualTo("InvalidModel");
    }

    private static AmplifyException failure(ThrowingCallable call) {
        return catchThrowableOfType(AmplifyException.class, call);
    }

    private static GraphQLException graphQlFailure(ThrowingCallable call) {
        return catchThrowableOfType(GraphQLException.class, call);
    }
}
