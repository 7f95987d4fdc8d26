package org.amplifyjakarta.token;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.amplifyjakarta.config.AmplifyConfig;
import org.amplifyjakarta.config.ConfigKey;
import org.amplifyjakarta.cookie.InMemoryCookieStorage;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Cookies that a real browser sent after a real Amplify JS had signed in. */
class BrowserFixturesTest {

    private static final Pattern ACCESS_TOKEN = Pattern.compile("\\.accessToken=([\\w.-]+)");

    @ParameterizedTest
    @ValueSource(strings = {"plain", "plain-short", "email", "unicode-space", "hosted-ui"})
    void aRealBrowsersSessionIsRead(String name) throws IOException, ParseException {
        JsonObject fixture;
        try (JsonReader reader = Json.createReader(resource("cookies-" + name + ".json"))) {
            fixture = reader.readObject();
        }
        String header = fixture.getString("cookieHeaderSentToServer");
        JWTClaimsSet claims = SignedJWT.parse(accessToken(header)).getJWTClaimsSet();
        Instant issued = claims.getIssueTime().toInstant();
        AmplifyConfig config = AmplifyConfig.builder()
                .auth(auth -> auth.userPoolId(fixture.getString("userPoolId"))
                        .userPoolClientId(fixture.getString("clientId"))
                        .userPoolEndpoint("http://127.0.0.1:9229/")
                        .issuer(claims.getIssuer()))
                // those called plain-short live for seconds
                .set(ConfigKey.TOKEN_EXPIRY_TOLERANCE, "PT0S")
                .build();
        String jwks = new String(resource("jwks.json").readAllBytes(), StandardCharsets.UTF_8);
        UserPool pool = UserPool.of(
                config,
                new ScriptedUserPoolClient(),
                new UserPool.Surroundings(() -> issued.plusMillis(500), Runnable::run, event -> {}),
                () -> jwks);

        Tokens tokens =
                pool.session(InMemoryCookieStorage.ofHeader(header)).tokens().orElseThrow();

        assertThat(tokens.accessToken().username()).isEqualTo(claims.getStringClaim("username"));
        assertThat(tokens.idToken().orElseThrow().subject()).isEqualTo(claims.getSubject());
        if (!name.equals("hosted-ui")) {
            assertThat(tokens.signInDetails().map(SignInDetails::loginId)).hasValue(fixture.getString("username"));
        }
    }

    private static String accessToken(String header) {
        Matcher token = ACCESS_TOKEN.matcher(header);
        assertThat(token.find()).isTrue();
        return token.group(1);
    }

    private static InputStream resource(String name) {
        return requireNonNull(BrowserFixturesTest.class.getResourceAsStream("/org/amplifyjakarta/fixtures/" + name));
    }
}
