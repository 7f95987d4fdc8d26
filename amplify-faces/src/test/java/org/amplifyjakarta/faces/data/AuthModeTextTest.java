package org.amplifyjakarta.faces.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.amplifyjakarta.config.GraphQlConfig.AuthMode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AuthModeTextTest {

    @ParameterizedTest
    @CsvSource({"API_KEY,apiKey", "USER_POOL,userPool", "OIDC,oidc", "IAM,iam", "IDENTITY_POOL,identityPool"})
    void modesAreSpeltAsAmplifyDoes(AuthMode mode, String text) {
        assertThat(AuthModeText.of(mode)).isEqualTo(text);
        assertThat(AuthModeText.parse(text)).isEqualTo(mode);
        assertThat(AuthModeText.parse(mode)).isEqualTo(mode);
    }

    @Test
    void anotherWordIsRefusedWithThoseThatAreKnown() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AuthModeText.parse("apikey"))
                .withMessageContaining("apiKey, userPool, oidc");
    }
}
