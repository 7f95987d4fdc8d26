package org.amplifyjakarta.it.signin;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configuration.OAuth2AuthorizationServerConfiguration;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.authorization.client.InMemoryRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;

/** What of Spring runs, and with which clients and users. Paths are Spring's own where they are Cognito's too. */
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
class PeerConfiguration {

    @Bean
    SecurityFilterChain security(HttpSecurity http, RegisteredClientRepository clients) throws Exception {
        return http.oauth2AuthorizationServer(server -> server.oidc(Customizer.withDefaults()))
                .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .formLogin(Customizer.withDefaults())
                .logout(logout -> logout.logoutRequestMatcher(
                                PathPatternRequestMatcher.pathPattern(HttpMethod.GET, "/logout"))
                        .logoutSuccessHandler((request, response, who) -> leave(clients, request, response)))
                .build();
    }

    @Bean
    RegisteredClientRepository clients(PasswordEncoder encoder) {
        return new InMemoryRegisteredClientRepository(Stream.of(PeerClient.values())
                .map(client -> client.registered(encoder))
                .toList());
    }

    /** As weak as it goes: with the default, tests would wait for nothing else. */
    @Bean
    PasswordEncoder encoder() {
        return new BCryptPasswordEncoder(4);
    }

    @Bean
    UserDetailsService users(PasswordEncoder encoder) {
        return new InMemoryUserDetailsManager(Stream.of(SpringPeer.USER, SpringPeer.OTHER_USER)
                .map(name -> User.withUsername(name)
                        .password(encoder.encode(SpringPeer.PASSWORD))
                        .build())
                .toList());
    }

    @Bean
    JWKSource<SecurityContext> keys() throws JOSEException {
        return new ImmutableJWKSet<>(new JWKSet(new RSAKeyGenerator(2048)
                .keyID("peer")
                .keyUse(KeyUse.SIGNATURE)
                .algorithm(JWSAlgorithm.RS256)
                .generate()));
    }

    /** For its user info endpoint. */
    @Bean
    JwtDecoder decoder(JWKSource<SecurityContext> keys) {
        return OAuth2AuthorizationServerConfiguration.jwtDecoder(keys);
    }

    @Bean
    CognitoClaims claims() {
        return new CognitoClaims();
    }

    /** As Cognito's logout endpoint: to a registered address, or nowhere. */
    private static void leave(
            RegisteredClientRepository clients, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        RegisteredClient client = clients.findByClientId(
                Optional.ofNullable(request.getParameter("client_id")).orElse("-"));
        String target = request.getParameter("logout_uri");
        if (client == null || !client.getPostLogoutRedirectUris().contains(target)) {
            response.sendError(HttpServletResponse.SC_BAD_REQUEST);
        } else {
            response.sendRedirect(target);
        }
    }
}
