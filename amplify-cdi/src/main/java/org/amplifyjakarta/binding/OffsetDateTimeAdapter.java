package org.amplifyjakarta.binding;

import jakarta.json.bind.adapter.JsonbAdapter;
import java.time.OffsetDateTime;
import org.amplifyjakarta.graphql.AwsDateTime;

/** Writes moments as Amplify does, in UTC, and reads them with the offset that they have. Public for JSON-B alone. */
public final class OffsetDateTimeAdapter implements JsonbAdapter<OffsetDateTime, String> {

    @Override
    public String adaptToJson(OffsetDateTime moment) {
        return AwsDateTime.text(moment.toInstant());
    }

    @Override
    public OffsetDateTime adaptFromJson(String text) {
        return OffsetDateTime.parse(text);
    }
}
