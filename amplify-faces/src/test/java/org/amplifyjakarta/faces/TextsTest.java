package org.amplifyjakarta.faces;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.ResourceBundle;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextsTest {

    private static final Object[] MARKS = {"<0>", "<1>", "<2>", "<3>"};
    private static final Pattern MARK = Pattern.compile("<\\d>|\\{[^}]*}");

    private final Locale before = Locale.getDefault();

    @AfterEach
    void restoreDefault() {
        Locale.setDefault(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"de", "es", "fr", "it"})
    void everyLanguageHasTheKeysOfEnglish(String language) {
        assertThat(written(language).keySet())
                .containsExactlyElementsOf(written("").keySet());
    }

    @ParameterizedTest
    @ValueSource(strings = {"de", "es", "fr", "it"})
    void everyTextHasThePlacesOfEnglish(String language) {
        Map<String, String> english = written("");

        assertThat(written(language))
                .allSatisfy((key, text) -> assertThat(places(text)).isEqualTo(places(english.getOrDefault(key, ""))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "de", "es", "fr", "it"})
    void everyApostropheIsWrittenTwiceAndShownOnce(String language) {
        assertThat(written(language)).allSatisfy((key, text) -> assertThat(2 * apostrophes(shown(text)))
                .isEqualTo(apostrophes(text)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"de", "es", "fr", "it"})
    void everyTextIsShownAsItIsWrittenInUtf8(String language) {
        Texts texts = Texts.of(new Locale(language));

        assertThat(written(language))
                .allSatisfy((key, text) -> assertThat(texts.get(key, MARKS)).isEqualTo(shown(text)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"de", "es", "fr", "it", "ja"})
    void anUnknownLanguageGetsEnglishWhateverTheDefaultIs(String byDefault) {
        Locale.setDefault(new Locale(byDefault));
        ResourceBundle.clearCache(Texts.class.getClassLoader());

        assertThat(List.of(Locale.KOREAN, Locale.ENGLISH, Locale.UK, Locale.ROOT))
                .allSatisfy(
                        locale -> assertThat(Texts.of(locale).get("signOut")).isEqualTo("Sign out"));
    }

    @Test
    void aRegionGetsTheWordsOfItsLanguage() {
        Texts texts = Texts.of(Locale.forLanguageTag("de-CH"));

        assertThat(texts.get("link.signIn")).isEqualTo("Zurück zur Anmeldung");
    }

    @Test
    void aTextThatMayBeMissingShowsItsApostropheOnceToo() {
        Texts texts = Texts.of(Locale.FRENCH);

        assertThat(texts.getOr("attribute.preferred_username", "")).isEqualTo("Nom d'utilisateur préféré");
    }

    @Test
    void somethingElseForAMissingTextIsShownAsItIs() {
        assertThat(Texts.of(Locale.FRENCH).getOr("attribute.none", "Rock ''n'' {0}"))
                .isEqualTo("Rock ''n'' {0}");
    }

    private static List<String> places(String text) {
        return MARK.matcher(shown(text))
                .results()
                .map(MatchResult::group)
                .sorted()
                .toList();
    }

    private static String shown(String text) {
        return new MessageFormat(text, Locale.ROOT).format(MARKS);
    }

    private static long apostrophes(String text) {
        return text.chars().filter(c -> c == '\'').count();
    }

    private static Map<String, String> written(String language) {
        String file = language.isEmpty() ? "Texts.properties" : "Texts_" + language + ".properties";
        try (InputStream in = requireNonNull(Texts.class.getResourceAsStream(file), file)) {
            Properties texts = new Properties();
            // a decoder refuses what is not UTF-8, where a reader would replace it
            texts.load(new StringReader(UTF_8.newDecoder()
                    .decode(ByteBuffer.wrap(in.readAllBytes()))
                    .toString()));
            return texts.stringPropertyNames().stream()
                    .collect(Collectors.toMap(key -> key, texts::getProperty, (a, b) -> a, TreeMap::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
