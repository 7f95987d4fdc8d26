package org.amplifyjakarta.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("P-01")
class ObjectKeysTest {

    private static final String IDENTITY = "eu-west-1:me";

    static Stream<String> accepted() {
        return Stream.of(
                "a",
                "a//b",
                "a/",
                " a ",
                "a+b%c~d",
                "\u00fc\u4e2d\ud83d\ude00",
                "..a/b..",
                "x".repeat(1024),
                "%2e%2e/a");
    }

    @ParameterizedTest
    @MethodSource("accepted")
    void isLeftAsItIs(String path) {
        assertThat(ObjectKeys.object(new StoragePath.Resolved("", path))).isEqualTo(path);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/a", "..", "a/..", "../a", ".", "a/./b", "a\0b", "a\rb", "\ud800", "a\u0085"})
    void isRefused(String path) {
        assertThat(refused("", path).name()).isEqualTo("InvalidStoragePathInput");
    }

    @ParameterizedTest
    @ValueSource(ints = {1025, 100_000})
    void isTooLong(int length) {
        assertThat(refused("", "x".repeat(length)).name()).isEqualTo("InvalidStoragePathInput");
    }

    @Property
    void aKeyNeverLeavesItsAccessLevel(@ForAll String key) {
        StoragePath.Resolved resolved =
                StoragePath.key(key, AccessLevel.PRIVATE).resolve(IDENTITY, StoragePrefixResolver.ofAmplify());
        try {
            assertThat(ObjectKeys.object(resolved))
                    .startsWith("private/" + IDENTITY + "/")
                    .doesNotContain("/../");
        } catch (StorageException e) {
            assertThat(e.name()).isIn("NoKey", "InvalidStoragePathInput");
        }
    }

    private static StorageException refused(String prefix, String key) {
        return catchThrowableOfType(
                StorageException.class, () -> ObjectKeys.object(new StoragePath.Resolved(prefix, key)));
    }
}
