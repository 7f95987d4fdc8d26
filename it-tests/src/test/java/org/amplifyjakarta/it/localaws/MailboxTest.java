package org.amplifyjakarta.it.localaws;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.amplifyjakarta.it.localaws.Message.Purpose;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MailboxTest {

    private final HttpClient http = HttpClient.newHttpClient();
    private final LocalAws aws = LocalAws.start(0);
    private final PoolClient pool = new PoolClient(aws);

    @AfterEach
    void stop() {
        aws.close();
    }

    @Test
    void messagesAreReadOverHttpNewestLast() throws Exception {
        pool.signUp("ann", "ann@example.com");
        pool.named("ForgotPassword", "demo");

        List<JsonObject> messages = messages("GET").getValuesAs(JsonObject.class);

        assertThat(messages)
                .extracting(message -> message.getString("username"))
                .containsExactly("ann", "demo");
        assertThat(messages.get(0))
                .isEqualTo(PoolClient.texts(Map.of(
                                "to",
                                "ann@example.com",
                                "username",
                                "ann",
                                "medium",
                                "EMAIL",
                                "purpose",
                                "SIGN_UP",
                                "code",
                                aws.lastMessageTo("ann").code()))
                        .build());
        assertThat(messages("DELETE")).isEmpty();
        assertThat(messages("GET")).isEmpty();
    }

    @Test
    void aReaderIsToldOfEachMessage() throws Exception {
        List<Message> told = new ArrayList<>();
        aws.onMessage(told::add);

        pool.signUp("ann", "ann@example.com");

        assertThat(told).containsExactlyElementsOf(aws.messages()).hasSize(1);
    }

    @Test
    void theOldestMessageMakesRoom() {
        Mailbox mailbox = new Mailbox();

        for (int i = 0; i <= 1_000; i++) {
            mailbox.put(new Message("a@example.com", "user" + i, "EMAIL", Purpose.SIGN_UP, "123456"));
        }

        assertThat(mailbox.messages()).hasSize(1_000);
        assertThat(mailbox.lastTo("user0")).isEmpty();
        assertThat(mailbox.lastTo("user1000")).isPresent();
    }

    @Test
    void aMessagePrintsNoCode() {
        assertThat(new Message("a@example.com", "ann", "EMAIL", Purpose.SIGN_UP, "123456").toString())
                .doesNotContain("123456");
    }

    private JsonArray messages(String method) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(aws.url() + "/_local/messages"))
                .method(method, HttpRequest.BodyPublishers.noBody())
                .build();
        return Json.createReader(new StringReader(
                        http.send(request, BodyHandlers.ofString()).body()))
                .readArray();
    }
}
