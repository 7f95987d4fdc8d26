package org.amplifyjakarta.it.faces;

import java.io.File;
import java.util.Map;
import java.util.stream.Collectors;
import org.amplifyjakarta.it.deployment.PlainApplication;
import org.amplifyjakarta.it.faces.forms.Notes;
import org.amplifyjakarta.it.faces.sample.PostPage;
import org.amplifyjakarta.it.localaws.LocalAws;
import org.amplifyjakarta.it.support.Deployments;
import org.amplifyjakarta.it.support.LocalConfiguration;
import org.amplifyjakarta.it.support.ServerAddress;
import org.jboss.shrinkwrap.api.Filters;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.importer.ExplodedImporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** Applications of Faces pages. */
final class PageArchives {

    private PageArchives() {}

    /** Returns the pages under test, the account's for users only. */
    static WebArchive guarded(String name, LocalAws aws) {
        Map<String, String> configuration = LocalConfiguration.of(aws);
        configuration.put("amplify.guard.protect", "/account/**");
        return of(name, new File("src/test/resources/faces/pages"), configuration)
                .addPackage(PostPage.class.getPackage())
                .addClasses(PlainApplication.class, PlainApplication.Plain.class);
    }

    /** Returns pages with forms of their own and the authenticator's: one with state, one without, one for users only. */
    static WebArchive forms(String name, LocalAws aws) {
        Map<String, String> configuration = LocalConfiguration.of(aws);
        configuration.putAll(LocalConfiguration.routes(aws, ServerAddress.origin(), "/" + name));
        configuration.put("amplify.guard.protect", "/guarded/**");
        return of(name, new File("src/test/resources/faces/forms"), configuration)
                .addPackage(Notes.class.getPackage());
    }

    /** Returns this library with the views of a folder. */
    static WebArchive of(String name, File views, Map<String, String> configuration) {
        WebArchive content = ShrinkWrap.create(ExplodedImporter.class, name + "-views.war")
                .importDirectory(views)
                .as(WebArchive.class);
        return Deployments.libraries(name)
                .merge(content, Filters.includeAll())
                .addAsWebResource(new File("src/test/resources/faces/page.css"), "resources/page.css")
                .addAsResource(new File("src/main/resources/amplify_outputs.json"), "amplify_outputs.json")
                .addAsResource(
                        new StringAsset(configuration.entrySet().stream()
                                .map(entry -> entry.getKey() + "=" + entry.getValue())
                                .collect(Collectors.joining("\n"))),
                        "META-INF/microprofile-config.properties");
    }
}
