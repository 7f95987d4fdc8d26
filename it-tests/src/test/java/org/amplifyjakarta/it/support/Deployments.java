package org.amplifyjakarta.it.support;

import java.io.File;
import java.util.Map;
import java.util.stream.Collectors;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** The archives that tests deploy. */
public final class Deployments {

    private Deployments() {}

    /** Returns the sample application as Maven packed it, with configuration of the test's own. */
    public static WebArchive sample(Class<?> test, Map<String, String> configuration) {
        WebArchive packed = ShrinkWrap.createFromZipFile(WebArchive.class, new File("target/posts.war"));
        WebArchive archive = ShrinkWrap.create(WebArchive.class, test.getSimpleName() + ".war")
                .merge(packed);
        archive.delete("/WEB-INF/classes/META-INF/microprofile-config.properties");
        return archive.addAsResource(
                new StringAsset(properties(configuration)), "META-INF/microprofile-config.properties");
    }

    private static String properties(Map<String, String> configuration) {
        return configuration.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue())
                .collect(Collectors.joining("\n"));
    }
}
