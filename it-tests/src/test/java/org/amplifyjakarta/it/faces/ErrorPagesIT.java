package org.amplifyjakarta.it.faces;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.amplifyjakarta.it.localaws.LocalAws;
import org.amplifyjakarta.it.localaws.Settings;
import org.amplifyjakarta.it.localaws.Settings.Fail;
import org.amplifyjakarta.it.support.BrowserCookies;
import org.amplifyjakarta.it.support.SampleClient;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Views and pages that {@code <error-page>} names. */
@ExtendWith(ArquillianExtension.class)
class ErrorPagesIT {

    private static final LocalAws AWS = LocalAws.start(0);
    private static final String REFRESH = "GetTokensFromRefreshToken";

    @ArquillianResource
    private URL base;

    @Deployment(testable = false)
    static WebArchive forms() {
        return PageArchives.forms(ErrorPagesIT.class.getSimpleName(), AWS);
    }

    @BeforeEach
    void reset() {
        AWS.change(settings -> Settings.DEFAULTS);
        AWS.forgetCalls();
    }

    @AfterAll
    static void stop() {
        AWS.close();
    }

    /** 401 and 503 are a view's, 403 and 404 a page's. */
    @ParameterizedTest
    @CsvSource({
        "failing?401, 401, View of errors",
        "failing?403, 403, Page of errors",
        "failing?404, 404, Page of errors",
        "failing?503, 503, View of errors",
        "nothing, 404, Page of errors",
        "kept.xhtml, 404, Page of errors",
        "faces/kept.xhtml, 404, Page of errors",
        "faces/kept, 404, Page of errors"
    })
    void whatFailedIsToldByAView(String path, int status, String title) throws Exception {
        BrowserCookies browser = BrowserCookies.of(AWS.signIn("demo", Duration.ofHours(2)));
        String old = browser.value(".accessToken");
        FacesPage user = new FacesPage(new SampleClient(base).navigate(path, browser));
        FacesPage guest = new FacesPage(new SampleClient(base).navigate(path, BrowserCookies.ofGuest()));

        assertThat(user.status()).isEqualTo(guest.status()).isEqualTo(status);
        assertThat(user.html()).contains("<title>" + title, "<h1>Error " + status);
        assertThat(user.content("user")).isEqualTo("demo");
        assertThat(guest.content("user")).isEqualTo("guest");
        assertThat(browser.value(".accessToken")).as("refreshed").isNotEqualTo(old);
        if (title.startsWith("Page")) {
            assertThat(user.content("status")).isEqualTo(String.valueOf(status));
        }
    }

    @ParameterizedTest
    @CsvSource({"failing?401, 401", "failing?403, 403"})
    void aFormThatFailedIsToldByAView(String path, int status) throws Exception {
        BrowserCookies browser = BrowserCookies.of(AWS.signIn("demo"));
        FacesClient client = new FacesClient(base, browser);
        String state = client.get("kept").viewState();

        HttpResponse<String> answer = client.send(new SampleClient(base)
                .request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Sec-Fetch-Site", "same-origin")
                .POST(BodyPublishers.ofString("jakarta.faces.ViewState=" + FacesPage.encoded(state))));

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.body()).contains("<h1>Error " + status);
    }

    @ParameterizedTest
    @CsvSource({"kept, 503", "nothing, 404", "failing?401, 401"})
    @Tag("X-09")
    void aViewOfErrorsTakesNobodyForAGuest(String path, int status) throws Exception {
        BrowserCookies browser = BrowserCookies.of(AWS.signIn("demo", Duration.ofHours(2)));
        AWS.change(settings -> settings.withFail(new Fail(REFRESH, 500, "InternalErrorException", 99)));

        FacesPage page = new FacesPage(new SampleClient(base).navigate(path, browser));

        assertThat(page.status()).isEqualTo(status);
        assertThat(page.html()).contains("<h1>Error " + status);
        assertThat(page.answer().headers().allValues("Set-Cookie").toString()).doesNotContain("Cognito");
        assertThat(page.content("user")).isEmpty();
    }
}
