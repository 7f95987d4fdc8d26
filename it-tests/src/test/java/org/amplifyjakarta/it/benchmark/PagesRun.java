package org.amplifyjakarta.it.benchmark;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.amplifyjakarta.it.benchmark.plain.PlainPosts;
import org.amplifyjakarta.it.localaws.LocalAws;
import org.amplifyjakarta.it.support.BrowserCookies;
import org.amplifyjakarta.it.support.Deployments;
import org.amplifyjakarta.it.support.LocalConfiguration;
import org.amplifyjakarta.it.support.ServerProcess;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/**
 * Compares the sample's page of 20 posts, for a user who is signed in, with pages of the same markup that know nothing of Amplify:
 * one whose posts are there already, one that fetches them from the same API by the JDK's own client. Each application has a
 * server of its own, of the same kind, that idles while the other works.
 */
public final class PagesRun {

    private PagesRun() {}

    /** Prints requests a second and ratios. Argument: the server. */
    public static void main(String[] arguments) throws Exception {
        String server = arguments[0];
        try (LocalAws aws = LocalAws.start(0);
                Servers servers = new Servers(server, new ArrayList<>())) {
            aws.fillPosts(20);
            Map<String, String> sample = new LinkedHashMap<>(LocalConfiguration.withStorage(aws));
            String page = servers.start("sample", Deployments.sample("sample", Map.of()), sample) + "/";
            String plain = servers.start("plain", plain(), Map.of("plain.graphql", aws.graphQlUrl())) + "/posts.xhtml";
            String cookies = BrowserCookies.of(aws.signIn("demo")).header();
            List<Double> rates = new ByTurns(cookies).measure(List.of(page, plain, plain + "?fetched=true"));
            double own = rates.get(0);
            System.out.printf(
                    "%s: page %.0f/s; posts at hand %.0f/s, ratio %.3f; posts fetched %.0f/s, ratio %.3f%n",
                    server, own, rates.get(1), own / rates.get(1), rates.get(2), own / rates.get(2));
        }
    }

    private static WebArchive plain() {
        File views = new File("src/test/resources/benchmark");
        return Deployments.bare("plain")
                .addPackage(PlainPosts.class.getPackage())
                .addAsWebResource(new File(views, "posts.xhtml"))
                .addAsWebInfResource(new File(views, "template.xhtml"), "template.xhtml")
                .addAsWebInfResource(new File("src/main/webapp/WEB-INF/beans.xml"))
                .addAsWebInfResource(
                        new StringAsset(
                                "<faces-config xmlns=\"https://jakarta.ee/xml/ns/jakartaee\" version=\"4.0\"/>"),
                        "faces-config.xml");
    }

    /** What was started, and ends with it. */
    private record Servers(String server, List<Process> processes) implements AutoCloseable {

        String start(String name, WebArchive archive, Map<String, String> properties)
                throws IOException, InterruptedException {
            Path target = Path.of(System.getProperty("demo.target"));
            Path directory = Files.createDirectories(target.resolve("pages").resolve(server + "-" + name));
            Path war = directory.resolve("posts.war");
            archive.as(ZipExporter.class).exportTo(war.toFile(), true);
            int port = ServerProcess.freePort();
            ServerProcess process = new ServerProcess(server, directory, target, war, port, properties);
            processes.add(
                    process.start(Redirect.to(directory.resolve("output.log").toFile())));
            while (!process.answers(name.equals("plain") ? "/posts.xhtml" : "/api/plain")) {
                TimeUnit.MILLISECONDS.sleep(200);
            }
            return "http://localhost:" + port;
        }

        @Override
        public void close() {
            processes.forEach(Process::destroyForcibly);
            processes.forEach(process -> process.onExit().join());
        }
    }
}
