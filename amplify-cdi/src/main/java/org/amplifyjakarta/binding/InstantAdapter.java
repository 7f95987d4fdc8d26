package org.amplifyjakarta.binding;

import jakarta.json.bind.adapter.JsonbAdapter;
import java.time.Instant;
import org.amplifyjakarta.graphql.AwsDateTime;

/** Writes moments as Amplify does, and reads them with any offset. Public for JSON-B alone. */
public final class InstantAdapter implements JsonbAdapter<Instant, String> {

    @Override
    public String adaptToJson(Instant moment) {
        return AwsDateTime.text(moment);
    }

    @Override
    public Instant adaptFromJson(String text) {
        return AwsDateTime.moment(text);
    }
}
