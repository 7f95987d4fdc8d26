package org.amplifyjakarta.faces.data;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;

@Tag("O-05")
class IslandTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "</script><script>alert(1)</script>",
                "<!--<script>",
                "]]>",
                "&lt;&amp;'\"",
                "\u2028\u2029",
                "a\ud800b\udc00c",
                "\ufffe\uffff\u0085\u007f",
                "😀 ü",
                "{{x}} #{x} ${x}"
            })
    void whatATextHoldsIsInertAndComesBack(String text) throws Exception {
        String json = Json.createObjectBuilder().add("text", text).build().toString();

        String html = new Island("id", "nonce", json).html();

        String content = html.substring(html.indexOf('>') + 1, html.lastIndexOf("</script>"));
        assertThat(content).doesNotContain("<", ">", "&", "'", "\u2028", "\u2029");
        assertThat(StandardCharsets.UTF_8.newEncoder().canEncode(content)).isTrue();
        assertThat(text(content)).isEqualTo(text);
        assertThat(text(xml(html).getTextContent())).isEqualTo(text);
    }

    @Test
    @Tag("O-06")
    void idAndNonceStayAttributes() throws Exception {
        Element script = xml(new Island("a\"><b", "\" onload=\"x&<", "{}").html());

        assertThat(script.getAttribute("id")).isEqualTo("a\"><b");
        assertThat(script.getAttribute("nonce")).isEqualTo("\" onload=\"x&<");
        assertThat(script.getAttributes().getLength()).isEqualTo(3);
    }

    @Test
    void withoutANonceThereIsNoAttribute() {
        assertThat(new Island("id", "", "{}").html())
                .isEqualTo("<script type=\"application/json\" id=\"id\">{}</script>");
    }

    private static String text(String json) {
        try (var reader = Json.createReader(new StringReader(json))) {
            JsonObject read = reader.readObject();
            return read.getString("text");
        }
    }

    private static Element xml(String html) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(html.getBytes(StandardCharsets.UTF_8)))
                .getDocumentElement();
    }
}
