package org.amplifyjakarta.config;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.amplifyjakarta.AmplifyException;
import org.amplifyjakarta.config.outputs.OutputsConfigSourceProvider;
import org.eclipse.microprofile.config.Config;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfigReaderTest {

    private static final Map<String, String> POOL = Map.of(
            "amplify.auth.user-pool-id", "eu-central-1_AbCdEfGhI",
            "amplify.auth.user-pool-client-id", "1h57kf5cpq17m0eml12example");

    @Test
    void addressesFollowFromThePoolId() {
        UserPoolConfig pool = read(POOL).own().requireUserPool();

        assertThat(pool.endpoint()).hasToString("https://cognito-idp.eu-central-1.amazonaws.com/");
        assertThat(pool.issuer()).hasToString("https://cognito-idp.eu-central-1.amazonaws.com/eu-central-1_AbCdEfGhI");
        assertThat(pool.jwksUri()).hasToString(pool.issuer() + "/.well-known/jwks.json");
    }

    @Test
    void chinaHasADomainOfItsOwn() {
        UserPoolConfig pool =
                read(with("amplify.auth.user-pool-id", "cn-north-1_x")).own().requireUserPool();

        assertThat(pool.endpoint()).hasToString("https://cognito-idp.cn-north-1.amazonaws.com.cn/");
    }

    @Test
    void anEmulatorMayHaveOddIdsWhereItsAddressesAreGiven() {
        Map<String, String> values = with("amplify.auth.user-pool-id", "local_1");
        values.put("amplify.auth.user-pool-endpoint", "http://localhost:9229");
        values.put("amplify.auth.issuer", "http://localhost:9229/local_1");

        assertThat(read(values).own().requireUserPool().region()).isEqualTo("us-east-1");
    }

    @Test
    void nothingConfiguredIsNoFaultUntilItIsUsed() {
        AmplifyConfig config = read(Map.of()).own();

        AmplifyException thrown = catchThrowableOfType(AmplifyException.class, config::requireUserPool);

        assertThat(thrown.name()).isEqualTo("AuthUserPoolException");
    }

    @Test
    void defaultsAreThoseOfAmplify() {
        AmplifyConfig config = read(POOL).own();

        assertThat(config.web().cookie())
                .isEqualTo(new CookieConfig(null, "/", CookieConfig.SameSite.LAX, true, false, Duration.ofDays(365)));
        assertThat(config.auth().signUp().passwordFormat().minLength()).isEqualTo(6);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "amplify.auth.user-pool-id|pool",
                "amplify.auth.user-pool-client-id|a b",
                "amplify.auth.user-pool-endpoint|http://cognito.example.com",
                "amplify.auth.user-pool-endpoint|https://user:password@localhost",
                "amplify.auth.issuer|nowhere",
                "amplify.auth.identity-pool-id|no-colon",
                "amplify.auth.allow-guest-access|yes",
                "amplify.auth.oauth.response-type|implicit",
                "amplify.auth.oauth.domain|https://d.example",
                "amplify.auth.password-format.min-length|5",
                "amplify.auth.groups.admins.precedence|first",
                "amplify.auth.mfa.status|sometimes",
                "amplify.token.refresh-grace|30",
                "amplify.token.refresh-grace|PT6M",
                "amplify.token.verified-token-cache-size|-1",
                "amplify.token.refresh-api|magic",
                "amplify.cookie.same-site|lax please",
                "amplify.cookie.path|/a;b",
                "amplify.cookie.path|a",
                "amplify.cookie.domain|a b",
                "amplify.cookie.domain|a;b",
                "amplify.cookie.max-age|P401D",
                "amplify.guard.protect|account",
                "amplify.guard.protect|/a/../b",
                "amplify.guard.public|/a/**/b",
                "amplify.guard.public|/a*",
                "amplify.guard.sign-in-page|//evil.example",
                "amplify.app-origin|http://example.com",
                "amplify.app-origin|http://localhost.evil.com",
                "amplify.app-origin|https://example.com/path",
                "amplify.csrf.allowed-origins|https://*.example.com",
                "amplify.csrf.enabled|no",
                "amplify.graphql.endpoint|ftp://e",
                "amplify.graphql.default-auth-mode|password",
                "amplify.graphql.model-introspection|[]",
                "amplify.rest.notes.region|eu-west-1",
                "amplify.rest.notes.endpoint|notes",
                "amplify.storage.buckets.f.region|eu-west-1",
                "amplify.storage.endpoint|http://s3.example.com",
                "amplify.outputs-fault.amplify.|a\u001fb\u001fc\u001fd",
                "amplify.cookie.domain|${undefined.property}"
            })
    void aWrongValueIsAFaultThatNamesItsKey(String key, String value) {
        List<ConfigFault> faults = faults(with(key, value));

        assertThat(faults).hasSize(1);
        String named = key.startsWith("amplify.outputs") ? "amplify.outputs" : key.replace(".region", ".");
        assertThat(faults.get(0).key()).startsWith(named);
        assertThat(faults.get(0).remedy()).isNotEmpty();
    }

    @Test
    @Tag("C-20")
    void sameSiteNoneNeedsSecure() {
        Map<String, String> values = with("amplify.cookie.same-site", "None");
        values.put("amplify.cookie.secure", "false");

        assertThat(faults(values)).extracting(ConfigFault::key).containsExactly("amplify.cookie.same-site");
    }

    @Test
    void allFaultsAreToldAtOnceAndNoSecretAmongThem() {
        Map<String, String> values = with("amplify.cookie.secure", "perhaps");
        values.put("amplify.token.call-timeout", "soon");
        values.put("amplify.auth.user-pool-client-secret", "${sesame}");
        values.put("amplify.config.tenant.auth.user-pool-id", "alone");

        ConfigurationException thrown = catchThrowableOfType(ConfigurationException.class, () -> read(values));

        assertThat(thrown.faults())
                .extracting(ConfigFault::key)
                .containsExactlyInAnyOrder(
                        "amplify.cookie.secure",
                        "amplify.token.call-timeout",
                        "amplify.auth.user-pool-client-secret",
                        "amplify.config.tenant.auth.user-pool-client-id");
        assertThat(thrown)
                .hasMessageContaining("(\"perhaps\", from PropertiesConfigSource[source=test])")
                .hasMessageNotContaining("sesame");
    }

    @Test
    void nothingPrintsASecret() {
        Map<String, String> values = with("amplify.auth.user-pool-client-secret", "sesame");
        values.put("amplify.graphql.endpoint", "https://e");
        values.put("amplify.graphql.api-key", "sesame");

        assertThat(read(values).toString()).doesNotContain("sesame");
    }

    @Test
    void tenantsHaveConfigurationsOfTheirOwn() {
        Map<String, String> values = new HashMap<>(POOL);
        values.put("amplify.config.other.auth.user-pool-id", "eu-west-1_Other");
        values.put("amplify.config.other.auth.user-pool-client-id", "otherclient");

        AmplifyConfigs configs = read(values);

        assertThat(requireNonNull(configs.named().get("other"))
                        .requireUserPool()
                        .clientId())
                .isEqualTo("otherclient");
        assertThat(configs.own().requireUserPool().clientId()).isEqualTo("1h57kf5cpq17m0eml12example");
    }

    @Test
    void misspeltKeysAreFound() {
        Map<String, String> values = with("amplify.cookie.samesite", "Lax");
        values.put("amplify.auth.user.pool.client.secret", "as some sources spell environment variables");

        assertThat(read(values).unknownKeys()).containsExactly("amplify.cookie.samesite");
    }

    @Test
    void storagePathsMayHoldExpressionsOfTheirOwn() {
        Map<String, String> values = with("amplify.storage.buckets.f.bucket-name", "b");
        values.put(
                "amplify.storage.buckets.f.paths",
                "{\"a/${cognito-identity.amazonaws.com:sub}/*\":{\"guest\":[\"get\"]}}");

        StorageConfig storage = read(values).own().storage();

        assertThat(storage).isNotNull();
        assertThat(requireNonNull(storage.buckets().get("f")).paths())
                .containsEntry("a/${cognito-identity.amazonaws.com:sub}/*", Map.of("guest", List.of("get")));
    }

    @Test
    void aFileIsOverriddenByPropertiesAndThoseByTheEnvironment(@TempDir Path classes) throws IOException {
        Files.writeString(
                classes.resolve("amplify_outputs.json"),
                "{\"version\":\"1.4\",\"auth\":{\"user_pool_id\":\"eu-west-1_File\",\"user_pool_client_id\":\"file\","
                        + "\"identity_pool_id\":\"eu-west-1:file\"},\"data\":{\"url\":\"https://file\"}}");
        Files.createDirectories(classes.resolve("META-INF"));
        Files.writeString(
                classes.resolve("META-INF/microprofile-config.properties"),
                "amplify.auth.user-pool-client-id=properties\namplify.auth.identity-pool-id=eu-west-1:properties\n");
        Map<String, String> environment = Map.of("AMPLIFY_AUTH_IDENTITY_POOL_ID", "eu-west-1:environment");

        AmplifyConfig config =
                ConfigReader.read(discovered(classes, environment)).own();

        assertThat(config.requireUserPool().userPoolId()).isEqualTo("eu-west-1_File");
        assertThat(config.requireUserPool().clientId()).isEqualTo("properties");
        assertThat(requireNonNull(config.auth().identityPool()).identityPoolId())
                .isEqualTo("eu-west-1:environment");
        assertThat(config.apis().graphQl()).isNotNull();
    }

    @ParameterizedTest
    @CsvSource({"classpath:other.json", "classpath:/other.json", "other.json"})
    void theFileMayBeNamed(String location, @TempDir Path classes) throws IOException {
        Files.writeString(classes.resolve("other.json"), "{\"version\":\"1\",\"data\":{\"url\":\"https://other\"}}");
        outputs(classes, location);

        assertThat(ConfigReader.read(discovered(classes, Map.of())).own().apis().graphQl())
                .isNotNull();
    }

    @Test
    void theFileMayBeOutsideOrInline(@TempDir Path classes) throws IOException {
        Path file = Files.writeString(
                classes.resolve("x y.json"), "{\"version\":\"1\",\"data\":{\"url\":\"https://other\"}}");

        for (String location : List.of(file.toString(), file.toUri().toString(), Files.readString(file))) {
            outputs(classes, location);
            assertThat(ConfigReader.read(discovered(classes, Map.of()))
                            .own()
                            .apis()
                            .graphQl())
                    .as(location)
                    .isNotNull();
        }
    }

    @ParameterizedTest
    @CsvSource({"classpath:missing.json", "/missing/outputs.json", "file:///missing.json", "file:x", "'{broken'"})
    void aFileThatCannotBeReadIsAFaultAtDeployment(String location, @TempDir Path classes) throws IOException {
        outputs(classes, location);
        Config config = discovered(classes, Map.of());

        ConfigurationException thrown =
                catchThrowableOfType(ConfigurationException.class, () -> ConfigReader.read(config));

        assertThat(thrown.faults()).extracting(ConfigFault::code).containsExactly("AMP-1002");
    }

    @Test
    void theBuilderKeepsTheSameRules() {
        AmplifyConfig built = AmplifyConfig.builder()
                .auth(auth -> auth.userPoolId("eu-west-1_x")
                        .userPoolClientId("c")
                        .group("admins", 1)
                        .oauth(oauth -> oauth.domain("d.example").redirectSignIn(List.of("https://a/?b=1,2"))))
                .graphQl(api -> api.endpoint("https://e").defaultAuthMode(GraphQlConfig.AuthMode.USER_POOL))
                .restApi("notes", api -> api.endpoint("https://n").region("eu-west-1"))
                .storage(storage -> storage.bucket("friendly", "b", "eu-west-1", "{}"))
                .set(ConfigKey.COOKIE_SAME_SITE, "Strict")
                .build();
        ConfigurationException thrown = catchThrowableOfType(ConfigurationException.class, () -> AmplifyConfig.builder()
                .auth(auth -> auth.userPoolId("x").userPoolEndpoint("y"))
                .build());

        assertThat(built.requireUserPool().clientId()).isEqualTo("c");
        assertThat(built.auth().groups()).containsEntry("admins", 1);
        assertThat(requireNonNull(built.auth().loginWith().oauth()).redirectSignIn())
                .containsExactly("https://a/?b=1,2");
        assertThat(built.web().cookie().sameSite()).isEqualTo(CookieConfig.SameSite.STRICT);
        assertThat(thrown.faults())
                .hasSize(2)
                .allMatch(fault ->
                        fault.source().contains("builder") || fault.shape().equals("not set"));
    }

    private static Map<String, String> with(String key, String value) {
        Map<String, String> values = new HashMap<>(POOL);
        values.put(key, value);
        return values;
    }

    private static AmplifyConfigs read(Map<String, String> values) {
        return ConfigReader.read(new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .withSources(new PropertiesConfigSource(values, "test", 100))
                .build());
    }

    private static List<ConfigFault> faults(Map<String, String> values) {
        return catchThrowableOfType(ConfigurationException.class, () -> read(values))
                .faults();
    }

    private static void outputs(Path classes, String location) throws IOException {
        Path properties =
                Files.createDirectories(classes.resolve("META-INF")).resolve("microprofile-config.properties");
        Files.writeString(
                properties, "amplify.outputs=" + location.replace("\\", "\\\\").replace("\n", "") + "\n");
    }

    private static Config discovered(Path classes, Map<String, String> environment) throws IOException {
        URLClassLoader loader = new URLClassLoader(new URL[] {classes.toUri().toURL()}, null);
        Map<String, String> properties = new HashMap<>();
        Path file = classes.resolve("META-INF/microprofile-config.properties");
        if (Files.exists(file)) {
            java.util.Properties loaded = new java.util.Properties();
            try (InputStream in = Files.newInputStream(file)) {
                loaded.load(in);
            }
            loaded.stringPropertyNames().forEach(key -> properties.put(key, loaded.getProperty(key)));
        }
        SmallRyeConfigBuilder builder = new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .withSources(new PropertiesConfigSource(properties, "properties", 100))
                .withSources(new io.smallrye.config.EnvConfigSource(environment, 300));
        new OutputsConfigSourceProvider().getConfigSources(loader).forEach(builder::withSources);
        return builder.build();
    }
}
