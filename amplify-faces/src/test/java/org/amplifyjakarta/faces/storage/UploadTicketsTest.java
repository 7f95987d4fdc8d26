package org.amplifyjakarta.faces.storage;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("S-21")
class UploadTicketsTest {

    private final UploadTickets tickets = new UploadTickets();

    @Test
    void aTicketIsGoodForWhatItWasMadeFor() {
        assertThat(tickets.isFor(tickets.ticket("form", "user", "public/x"), "form", "user", "public/x"))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({"form,user,public/y", "form,other,public/x", "other,user,public/x", "formu,ser,public/x"})
    void aTicketIsGoodForNothingElse(String tag, String user, String path) {
        assertThat(tickets.isFor(tickets.ticket("form", "user", "public/x"), tag, user, path))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({"''", "AAAA", "form"})
    void whatIsNoTicketIsGoodForNothing(String ticket) {
        assertThat(tickets.isFor(ticket, "form", "user", "public/x")).isFalse();
    }

    @Test
    void anotherServersTicketIsGoodForNothing() {
        String foreign = new UploadTickets().ticket("form", "user", "public/x");

        assertThat(tickets.isFor(foreign, "form", "user", "public/x")).isFalse();
    }
}
