package org.amplifyjakarta.it.localaws;

import com.amazonaws.DefaultRequest;
import com.amazonaws.auth.AWS4Signer;
import com.amazonaws.auth.BasicSessionCredentials;
import com.amazonaws.http.HttpMethodName;
import com.sun.net.httpserver.HttpExchange;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Refuses a wrong signature, found by the signer of the AWS SDK v1, which shares no code with that of v2.
 */
record SignatureCheck(Function<String, Optional<IssuedKey>> keys, InstantSource clock) {

    private static final Duration MAX_SKEW = Duration.ofMinutes(5);
    private static final Pattern AUTHORIZATION = Pattern.compile(
            "AWS4-HMAC-SHA256 Credential=([^/]+)/\\d{8}/([^/]+)/([^/]+)/aws4_request, SignedHeaders=([^,]+), Signature=\\w+");
    private static final DateTimeFormatter AMZ_DATE =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    /** Returns whose key a request is signed with. */
    IssuedKey signer(HttpExchange exchange, byte[] body) {
        String sent = Optional.ofNullable(exchange.getRequestHeaders().getFirst("Authorization"))
                .orElseThrow(() -> new ServiceError(403, "MissingAuthenticationTokenException", "Missing token"));
        Matcher parts = AUTHORIZATION.matcher(sent);
        if (!parts.matches()) {
            throw new ServiceError(403, "IncompleteSignatureException", "Authorization header is not signed");
        }
        IssuedKey key = keys.apply(parts.group(1))
                .filter(known ->
                        known.sessionToken().equals(exchange.getRequestHeaders().getFirst("X-Amz-Security-Token")))
                .orElseThrow(() -> new ServiceError(
                        403, "UnrecognizedClientException", "The security token included in the request is invalid."));
        Instant date = Instant.from(AMZ_DATE.parse(exchange.getRequestHeaders().getFirst("X-Amz-Date")));
        if (Duration.between(date, clock.instant()).abs().compareTo(MAX_SKEW) > 0) {
            throw new ServiceError(403, "InvalidSignatureException", "Signature expired.");
        }
        if (!sent.equals(expected(exchange, body, key, parts, date))) {
            throw new ServiceError(403, "InvalidSignatureException", "The signature does not match.");
        }
        return key;
    }

    private static String expected(HttpExchange exchange, byte[] body, IssuedKey key, Matcher parts, Instant date) {
        DefaultRequest<Void> request = new DefaultRequest<>(parts.group(3));
        request.setHttpMethod(HttpMethodName.fromValue(exchange.getRequestMethod()));
        request.setEndpoint(URI.create("http://" + exchange.getRequestHeaders().getFirst("Host")));
        request.setResourcePath(exchange.getRequestURI().getRawPath());
        request.setContent(new ByteArrayInputStream(body));
        for (String name : List.of(parts.group(4).split(";"))) {
            if (!name.equals("host") && !name.equals("x-amz-date") && !name.equals("x-amz-security-token")) {
                request.addHeader(name, exchange.getRequestHeaders().getFirst(name));
            }
        }
        String query = exchange.getRequestURI().getRawQuery();
        for (String pair : query == null ? new String[0] : query.split("&")) {
            String[] nameAndValue = pair.split("=", 2);
            request.addParameter(decoded(nameAndValue[0]), nameAndValue.length == 1 ? "" : decoded(nameAndValue[1]));
        }
        AWS4Signer signer = new AWS4Signer();
        signer.setServiceName(parts.group(3));
        signer.setRegionName(parts.group(2));
        signer.setOverrideDate(Date.from(date));
        signer.sign(request, new BasicSessionCredentials(key.accessKeyId(), key.secretKey(), key.sessionToken()));
        return request.getHeaders().getOrDefault("Authorization", "");
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
