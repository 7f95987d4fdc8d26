package org.amplifyjakarta.it.support;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.amplifyjakarta.cookie.PercentCoding;
import org.junit.jupiter.api.Test;

/** Names and values are spelt as the real js-cookie spells them. */
class JsCookieTest {

    private static final int RANDOM_TEXTS = 2_000;

    @Test
    void namesAndValuesAreThoseOfJsCookie() throws Exception {
        NodeModules node = NodeModules.orSkip();
        List<String> texts = texts();
        JsonArrayBuilder input = Json.createArrayBuilder(texts);

        List<JsonObject> results = Json.createReader(
                        new StringReader(node.run("js-cookie.mjs", input.build().toString())))
                .readArray()
                .getValuesAs(JsonObject.class);

        for (int i = 0; i < texts.size(); i++) {
            String text = texts.get(i);
            assertThat(PercentCoding.BROWSER_NAME.encode(text))
                    .isEqualTo(results.get(i).getString("name"));
            assertThat(PercentCoding.BROWSER_VALUE.encode(text))
                    .isEqualTo(results.get(i).getString("value"));
            assertThat(PercentCoding.decode(results.get(i).getString("value"))).hasValue(text);
        }
    }

    /** Every character below U+0100, and random texts of all planes; always the same ones. */
    private static List<String> texts() {
        List<String> texts = new ArrayList<>();
        IntStream.range(0, 256).mapToObj(c -> "a" + (char) c + "b").forEach(texts::add);
        Random random = new Random(20261120);
        for (int i = 0; i < RANDOM_TEXTS; i++) {
            StringBuilder text = new StringBuilder("x");
            random.ints(1 + random.nextInt(20), 1, 0x110000)
                    .filter(point -> point < 0xD800 || point > 0xDFFF)
                    .forEach(text::appendCodePoint);
            texts.add(text.toString());
        }
        return texts;
    }
}
