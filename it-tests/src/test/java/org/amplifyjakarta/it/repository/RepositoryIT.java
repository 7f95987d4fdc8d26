package org.amplifyjakarta.it.repository;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import jakarta.data.repository.Repository;
import java.io.File;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.amplifyjakarta.it.data.PostWithComments;
import org.amplifyjakarta.it.localaws.LocalAws;
import org.amplifyjakarta.it.support.BrowserCookies;
import org.amplifyjakarta.it.support.Deployments;
import org.amplifyjakarta.it.support.LocalConfiguration;
import org.amplifyjakarta.it.support.SampleClient;
import org.amplifyjakarta.it.support.ServerLog;
import org.jboss.arquillian.container.test.api.Deployer;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.OperateOnDeployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Repositories of an application that brings Jakarta Data's API, which servers of Jakarta EE 10 do not have. */
@ExtendWith(ArquillianExtension.class)
class RepositoryIT {

    private static final LocalAws AWS = LocalAws.start(0);

    private final BrowserCookies demo = BrowserCookies.of(AWS.signIn("demo"));
    private final BrowserCookies admin = BrowserCookies.of(AWS.signIn("admin"));
    private final BrowserCookies guest = BrowserCookies.ofGuest();

    @ArquillianResource
    @OperateOnDeployment("posts")
    private URL base;

    @ArquillianResource
    private Deployer deployer;

    @Deployment(name = "posts", testable = false)
    static WebArchive application() throws URISyntaxException {
        return withJakartaData("posts")
                .addClasses(RepositoryApplication.class, RepositoryResource.class, Posts.class, MarkedPosts.class)
                .addClasses(DetailedPosts.class, PostWithComments.class, PostWithComments.Comment.class);
    }

    @Deployment(name = "stray-repository", managed = false, testable = false)
    static WebArchive stray() throws URISyntaxException {
        return withJakartaData("stray-repository").addClasses(StrayPosts.class);
    }

    @BeforeEach
    void settle() {
        AWS.forgetModels();
        AWS.forgetCalls();
    }

    @AfterAll
    static void stop() {
        AWS.close();
    }

    @Test
    void aPostLives() throws Exception {
        assertThat(post("insert?id=1&title=Hello", demo)).isEqualTo("Hello");
        assertThat(get("find?id=1", demo)).isEqualTo("Hello");
        assertThat(post("insert?id=1&title=Again", demo)).isEqualTo("EntityExistsException");
        assertThat(post("update?id=1&title=Bye", demo)).isEqualTo("Bye");
        assertThat(post("save?id=1&title=Saved", demo)).isEqualTo("Saved");
        assertThat(post("save?id=2&title=New", demo)).isEqualTo("New");
        assertThat(get("own", demo)).isEqualTo("2 of 2");
        assertThat(post("delete?id=1", demo)).isEqualTo("deleted");
        assertThat(get("find?id=1", demo)).isEqualTo("nothing");
    }

    @Test
    void whatIsNotThereIsToldAsJakartaDataSays() throws Exception {
        assertThat(post("update?id=9&title=x", demo)).isEqualTo("OptimisticLockingFailureException");
        assertThat(post("delete?id=9", demo)).isEqualTo("OptimisticLockingFailureException");
        assertThat(post("deleteById?id=9", demo)).isEqualTo("gone");
    }

    @Test
    void onlyTheOwnerWrites() throws Exception {
        post("insert?id=1&title=Mine", demo);

        assertThat(send("update?id=1&title=x", admin).statusCode()).isEqualTo(403);
        assertThat(send("delete?id=1", admin).statusCode()).isEqualTo(403);
        assertThat(send("insert?title=x", guest).statusCode()).isEqualTo(401);
        assertThat(get("find?id=1", demo)).isEqualTo("Mine");
    }

    @Test
    void pagesLeadFromOneToTheNext() throws Exception {
        AWS.fillPosts(7);

        assertThat(get("pages?size=3", guest)).isEqualTo("0,1,2|3,4,5|6");
        assertThat(AWS.calls()).containsEntry("graphql", 3);
    }

    @Test
    void anIndexFindsInItsOrderAndAFilterLooksThroughAll() throws Exception {
        AWS.fillPosts(2_500);

        assertThat(get("newest?title=Post%203", guest)).startsWith("2493,2483,").endsWith(",13,3");
        AWS.forgetCalls();
        assertThat(get("rated?rating=2444", guest)).isEqualTo("Post 4");
        assertThat(AWS.calls()).containsEntry("graphql", 3);
        assertThat(get("marked?title=Post%203", guest)).isEqualTo("250");
    }

    @Test
    void aPageThatLacksSomethingIsNoPage() throws Exception {
        post("insert?id=1&title=Hello", demo);
        assertThat(get("detailed", guest)).isEqualTo("1");

        post("insert?id=2&title=a%20post%20whose%20comments%20fail", demo);

        assertThat(new SampleClient(base).get("repository/detailed", guest).statusCode())
                .isEqualTo(502);
    }

    @Test
    void whatTheBackendCannotDoIsRefused() throws Exception {
        assertThat(get("refused?page=2", demo))
                .isEqualTo("UnsupportedOperationException: " + Posts.class.getName() + ".findAll: AppSync knows no"
                        + " page by its number but the first. Follow nextPageRequest().");
        assertThat(get("refused?page=1&order=rating", demo))
                .startsWith("DataException: " + Posts.class.getName() + ".findAll: no index that is asked");
        assertThat(AWS.calls()).doesNotContainKey("graphql");
    }

    @Test
    void whatCanNeverBeDoneFailsTheDeployment() throws Exception {
        Throwable thrown = catchThrowable(() -> deployer.deploy("stray-repository"));
        if (thrown == null) {
            deployer.undeploy("stray-repository");
        }

        assertThat(thrown).isNotNull();
        assertThat(ServerLog.text())
                .contains(
                        "AMP-4511",
                        StrayPosts.class.getName()
                                + ".best: @OrderBy: no index that is asked sorts model Post by rating.",
                        StrayPosts.class.getName() + ".findByTitle: has none of @Insert");
    }

    private static WebArchive withJakartaData(String name) throws URISyntaxException {
        return Deployments.sample(name, LocalConfiguration.of(AWS))
                .addAsLibrary(new File(Repository.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .toURI()));
    }

    private String get(String path, BrowserCookies cookies) throws Exception {
        HttpResponse<String> answer = new SampleClient(base).get("repository/" + path, cookies);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body();
    }

    private String post(String path, BrowserCookies cookies) throws Exception {
        HttpResponse<String> answer = send(path, cookies);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body();
    }

    private HttpResponse<String> send(String path, BrowserCookies cookies) throws Exception {
        SampleClient client = new SampleClient(base);
        return client.send(
                client.request("repository/" + path)
                        .header("Sec-Fetch-Site", "same-origin")
                        .POST(BodyPublishers.noBody()),
                cookies);
    }
}
