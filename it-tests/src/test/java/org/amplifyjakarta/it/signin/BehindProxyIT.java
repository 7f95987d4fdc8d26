package org.amplifyjakarta.it.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Map;
import org.amplifyjakarta.it.deployment.TenantResolver;
import org.amplifyjakarta.it.localaws.LocalAws;
import org.amplifyjakarta.it.signin.PersonsBrowser.Page;
import org.amplifyjakarta.it.support.Browser;
import org.amplifyjakarta.it.support.Deployments;
import org.amplifyjakarta.it.support.LocalConfiguration;
import org.amplifyjakarta.it.support.TlsProxy;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** On https for browsers, on http for the server, which is lied to about where it is. */
@ExtendWith(ArquillianExtension.class)
class BehindProxyIT {

    private static final LocalAws AWS = LocalAws.start(0);
    private static final String CONTEXT = "/BehindProxyIT/";
    private static final String EVIL = "evil.example";

    /** Where sessions are kept, and how the names of their cookies begin. */
    enum Kept {
        IN_AMPLIFYS_COOKIES("", "CognitoIdentityServiceProvider."),
        SEALED("sealed", "__Host-amplify.session.");

        private final TlsProxy proxy;
        private final String cookie;

        Kept(String tenant, String cookie) {
            this.proxy = TlsProxy.start(
                    "X-Tenant: " + tenant,
                    "Host: " + EVIL,
                    "X-Forwarded-Host: " + EVIL,
                    "X-Forwarded-Proto: http",
                    "Forwarded: host=" + EVIL + ";proto=http");
            this.cookie = cookie;
        }

        String application() {
            return proxy.origin() + CONTEXT;
        }
    }

    @Deployment(testable = false)
    static WebArchive sample() {
        Map<String, String> configuration = routes(Kept.IN_AMPLIFYS_COOKIES);
        configuration.put("amplify.cookie.http-only", "true");
        Map<String, String> sealed = routes(Kept.SEALED);
        sealed.putAll(LocalConfiguration.sealed());
        sealed.put("amplify.outputs", "classpath:amplify_outputs.json");
        sealed.put("amplify.guard.protect", "/account/**");
        sealed.forEach((key, value) -> configuration.put(key.replace("amplify.", "amplify.config.sealed."), value));
        return Deployments.sample(BehindProxyIT.class, configuration).addClass(TenantResolver.class);
    }

    private static Map<String, String> routes(Kept kept) {
        Map<String, String> configuration = LocalConfiguration.of(AWS);
        configuration.putAll(LocalConfiguration.routes(AWS, kept.proxy.origin(), "/BehindProxyIT"));
        return configuration;
    }

    @AfterAll
    static void stop() {
        for (Kept kept : Kept.values()) {
            kept.proxy.close();
        }
        AWS.close();
    }

    @ParameterizedTest
    @EnumSource
    @Tag("S-17")
    void theOriginIsTheConfiguredOneAllTheWay(Kept kept) throws Exception {
        PersonsBrowser person = new PersonsBrowser(kept.proxy.trusting());

        Page guarded = person.open(kept.application() + "account");
        Page form = person.open(kept.application() + SignInSite.SIGN_IN + "?returnTo=" + CONTEXT + "account");
        List<String> flow = person.names("/");
        Page callback = person.submit(form, Map.of("username", "demo", "password", "Passw0rd!"));
        Page account = person.goOn(callback);
        Page home = person.open(kept.application());
        Page out = person.goOn(person.post(home, SignInSite.SIGN_OUT, Map.of()));

        assertThat(flow).singleElement().asString().startsWith("__Host-" + SignInSite.FLOW);
        assertThat(callback.answer().headers().allValues("Set-Cookie"))
                .anyMatch(line -> line.startsWith(kept.cookie))
                .allMatch(line -> line.contains("; Secure") && line.contains("Path=/;") && !line.contains("Domain"));
        assertThat(account.text()).contains("<dd id=\"username\">demo</dd>");
        assertThat(out.address()).hasToString(kept.application());
        assertThat(person.names("/")).isEmpty();
        for (Page page : List.of(guarded, form, callback, account, home, out)) {
            assertThat(page.status()).isEqualTo(200);
            assertThat(page.passed()).extracting(BehindProxyIT::origin).isSubsetOf(kept.proxy.origin(), AWS.url());
            assertThat(page.text()).doesNotContain(EVIL);
        }
    }

    /** Which keeps a {@code __Host-} cookie only where all is as it must be. */
    @ParameterizedTest
    @EnumSource
    @Tag("S-17")
    void aBrowserKeepsTheCookies(Kept kept) throws Exception {
        try (Browser browser = Browser.orSkip()) {
            browser.open(kept.application() + "account");
            browser.click("#managed-sign-in");
            browser.type("username", "demo");
            browser.type("password", "Passw0rd!");
            browser.click("button");

            browser.awaitText("username", "demo");
            assertThat(browser.address()).isEqualTo(kept.application() + "account");
            assertThat(browser.cookies()).as("what scripts see").isEmpty();
            assertThat(browser.keptCookies())
                    // MyFaces has one of its own
                    .filteredOn(cookie -> !cookie.startsWith("oam.Flash."))
                    .anyMatch(cookie -> cookie.startsWith(kept.cookie))
                    .allMatch(cookie -> cookie.endsWith("; HttpOnly; Secure; SameSite=Strict"));

            browser.click("#sign-out");
            browser.awaitText("user", "Nobody is signed in.");
            assertThat(browser.address()).startsWith(kept.application());
            assertThat(browser.keptCookies()).noneMatch(cookie -> cookie.startsWith(kept.cookie));
        }
    }

    private static String origin(URI address) {
        return address.getScheme() + "://" + address.getAuthority();
    }
}
