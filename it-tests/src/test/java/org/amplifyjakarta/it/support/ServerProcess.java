package org.amplifyjakarta.it.support;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.HttpURLConnection;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.wildfly.core.launcher.StandaloneCommandBuilder;

/**
 * A server in a process of its own, with an application at the root path. Immutable.
 *
 * @param server {@code wildfly} or {@code liberty}
 * @param directory everything that it writes is below it
 * @param target where Maven builds: there is what Open Liberty's servers have in common
 * @param port for HTTP, on this machine
 * @param properties system properties of the server: what the application needs beside its own configuration
 */
public record ServerProcess(
        String server, Path directory, Path target, Path war, int port, Map<String, String> properties) {

    private static final String LIBERTY_XML = """
            <server description="Posts">
                <include location="%s"/>
                <webApplication location="posts.war" contextRoot="/"/>
            </server>
            """;

    /** Starts it with the JDK that {@code it.java.home} names, or with this one; who does ends it. */
    public Process start(Redirect output) throws IOException {
        return switch (server) {
            case "wildfly" -> startWildFly(output);
            case "liberty" -> startLiberty(output);
            default ->
                throw new IllegalArgumentException(
                        "server: \"" + server + "\" is neither wildfly nor liberty. Use the profiles.");
        };
    }

    /** Tells whether the sample answers, its pages too: both servers have a page of their own at the root until then. */
    public boolean answers() {
        return answers("/api/plain") && answers("/");
    }

    /** Tells whether a path is answered with 200. */
    public boolean answers(String path) {
        try {
            HttpURLConnection page = (HttpURLConnection)
                    URI.create("http://localhost:" + port + path).toURL().openConnection();
            page.setConnectTimeout(1000);
            page.setReadTimeout(5000);
            return page.getResponseCode() == HttpURLConnection.HTTP_OK;
        } catch (IOException e) {
            return false;
        }
    }

    /** Returns a port that nobody listens on. */
    public static int freePort() {
        try (ServerSocket probe = new ServerSocket(0)) {
            return probe.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private Process startWildFly(Redirect output) throws IOException {
        Path home = Path.of(System.getProperty("wildfly.home"));
        Path configuration = Files.createDirectories(directory.resolve("configuration"));
        for (File file : new File(home.toFile(), "standalone/configuration").listFiles(File::isFile)) {
            Files.write(configuration.resolve(file.getName()), Files.readAllBytes(file.toPath()));
        }
        Path deployments = Files.createDirectories(directory.resolve("deployments"));
        Files.write(deployments.resolve("ROOT.war"), Files.readAllBytes(war));
        Files.writeString(deployments.resolve("ROOT.war.dodeploy"), "");
        List<String> command = StandaloneCommandBuilder.of(home)
                .setJavaHome(javaHome())
                .setBaseDirectory(directory)
                .addJavaOption("-Xmx512m")
                .addJavaOption("-Djboss.http.port=" + port)
                .addJavaOption("-Djboss.management.http.port=" + freePort())
                .addJavaOptions(options())
                .build();
        return run(command, Map.of(), output);
    }

    private Process startLiberty(Redirect output) throws IOException {
        Path home = Path.of(System.getProperty("liberty.home"));
        Path own = Files.createDirectories(directory.resolve("servers/posts"));
        Files.write(Files.createDirectories(own.resolve("apps")).resolve("posts.war"), Files.readAllBytes(war));
        Path common = target.resolve("liberty/servers/it/server.xml");
        Files.writeString(own.resolve("server.xml"), LIBERTY_XML.formatted(common));
        Files.writeString(own.resolve("bootstrap.properties"), "http.port=" + port + "\nhttps.port=-1\ntrace=*=info\n");
        List<String> command = new ArrayList<>();
        command.add(javaHome().resolve("bin/java").toString());
        command.add("@" + home.resolve("lib/platform/java/java9.options"));
        command.add("-javaagent:" + home.resolve("bin/tools/ws-javaagent.jar"));
        command.add("-Xmx512m");
        command.add("-Djava.awt.headless=true");
        command.addAll(options());
        command.add("-jar");
        command.add(home.resolve("bin/tools/ws-server.jar").toString());
        command.add("posts");
        return run(command, Map.of("WLP_USER_DIR", directory.toString()), output);
    }

    private Process run(List<String> command, Map<String, String> environment, Redirect output) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output);
        builder.environment().putAll(environment);
        return builder.start();
    }

    private List<String> options() {
        List<String> options = new ArrayList<>();
        properties.forEach((key, value) -> options.add("-D" + key + "=" + value));
        return options;
    }

    private static Path javaHome() {
        return Path.of(System.getProperty("it.java.home", System.getProperty("java.home")));
    }
}
