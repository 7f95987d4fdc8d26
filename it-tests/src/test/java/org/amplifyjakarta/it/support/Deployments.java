package org.amplifyjakarta.it.support;

import graphql.GraphQL;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dataloader.DataLoader;
import org.jboss.shrinkwrap.api.Filters;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.reactivestreams.Publisher;

/** The archives that tests deploy. */
public final class Deployments {

    private static final String PROPERTIES = "/WEB-INF/classes/META-INF/microprofile-config.properties";

    private Deployments() {}

    /** Returns the sample application as Maven packed it, with configuration of the test added to its own. */
    public static WebArchive sample(Class<?> test, Map<String, String> configuration) {
        return sample(test.getSimpleName(), configuration);
    }

    /** Returns an application without this library. */
    public static WebArchive bare(String name) {
        return ShrinkWrap.create(WebArchive.class, name + ".war");
    }

    /** Returns an application that has this library and nothing else. */
    public static WebArchive libraries(String name) {
        WebArchive packed = ShrinkWrap.createFromZipFile(WebArchive.class, new File("target/posts.war"));
        return bare(name)
                .merge(packed, Filters.include("/WEB-INF/lib/.*"))
                .addAsWebInfResource(new File("src/main/webapp/WEB-INF/beans.xml"));
    }

    /** Returns the same, with the sample's user pool and configuration of the test. */
    public static WebArchive libraries(String name, Map<String, String> configuration) {
        return libraries(name)
                .addAsResource(new File("src/main/resources/amplify_outputs.json"), "amplify_outputs.json")
                .addAsResource(new StringAsset(properties(configuration)), "META-INF/microprofile-config.properties");
    }

    /** Returns the sample application under another name. */
    public static WebArchive sample(String name, Map<String, String> configuration) {
        WebArchive packed = ShrinkWrap.createFromZipFile(WebArchive.class, new File("target/posts.war"));
        WebArchive archive = ShrinkWrap.create(WebArchive.class, name + ".war").merge(packed);
        String own = content(archive, PROPERTIES);
        archive.delete(PROPERTIES);
        return archive.addAsResource(
                new StringAsset(own + properties(configuration)), "META-INF/microprofile-config.properties");
    }

    /** Adds graphql-java, and what it brings, to an application that the sample's jars are without. */
    public static WebArchive withGraphQLJava(WebArchive archive) {
        Stream.of(GraphQL.class, DataLoader.class, Publisher.class)
                .map(type -> new File(URI.create(
                        type.getProtectionDomain().getCodeSource().getLocation().toString())))
                .forEach(archive::addAsLibrary);
        return archive;
    }

    private static String content(WebArchive archive, String path) {
        try (InputStream in = archive.get(path).getAsset().openStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8) + "\n";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String properties(Map<String, String> configuration) {
        return configuration.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue())
                .collect(Collectors.joining("\n"));
    }
}
