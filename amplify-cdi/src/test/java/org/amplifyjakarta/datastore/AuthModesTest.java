package org.amplifyjakarta.datastore;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.amplifyjakarta.schema.ModelSchema.AuthRule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The order in which {@code MULTI_AUTH} of Amplify JS 5 tries the rules of a model. */
class AuthModesTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "public: private: groups:userPools owner:oidc custom: | LAMBDA OIDC USER_POOL API_KEY",
                "public:apiKey public:iam | IAM API_KEY",
                "public: public:iam | IAM API_KEY",
                "owner:oidc owner:userPools | USER_POOL OIDC",
                "private:iam private:userPools | USER_POOL IAM",
                "private: | USER_POOL",
                "owner:userPools groups:userPools private:userPools | USER_POOL",
                "owner: groups: | ''",
                "owner:iam groups:iam | ''",
                "custom:function custom: | LAMBDA",
                "custom:iam | ''",
                "somebody:userPools | ''",
            })
    void rulesAreTriedFromTheNarrowestOn(String rules, String modes) {
        assertThat(AuthModes.of(rules(rules), () -> true)).map(Enum::name).isEqualTo(words(modes));
    }

    @Test
    void withoutAUserOnlyRulesForAllCount() {
        assertThat(AuthModes.of(rules("owner:userPools groups:oidc private:iam private: public: custom:"), () -> false))
                .map(Enum::name)
                .containsExactly("LAMBDA", "API_KEY");
    }

    @Test
    void nobodyAsksForTheUserWhereNoRuleDoes() {
        assertThat(AuthModes.of(rules("public: custom:"), () -> {
                    throw new IllegalStateException("asked");
                }))
                .hasSize(2);
    }

    private static List<AuthRule> rules(String text) {
        return words(text).stream()
                .map(rule -> new AuthRule(rule.substring(0, rule.indexOf(':')), rule.substring(rule.indexOf(':') + 1)))
                .toList();
    }

    private static List<String> words(String text) {
        return Stream.of(text.split(" ")).filter(word -> !word.isEmpty()).toList();
    }
}
