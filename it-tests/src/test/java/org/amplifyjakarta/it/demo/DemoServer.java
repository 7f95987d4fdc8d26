package org.amplifyjakarta.it.demo;

import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.wildfly.core.launcher.StandaloneCommandBuilder;

/** A server of its own for the demo, below {@code target}, with the sample at the root path. */
abstract class DemoServer {

    private final Path directory;
    private final int port;
    private final Map<String, String> configuration;

    private DemoServer(Path directory, int port, Map<String, String> configuration) {
        this.directory = directory;
        this.port = port;
        this.configuration = configuration;
    }

    /**
     * Returns the server of a name.
     *
     * @param configuration what the application needs beside its own
     */
    static DemoServer named(String name, Path target, int port, Map<String, String> configuration) {
        Path directory = target.resolve("demo").resolve(name);
        return switch (name) {
            case "wildfly" -> new WildFly(directory, port, configuration);
            case "liberty" -> new Liberty(directory, port, configuration);
            default ->
                throw new IllegalArgumentException(
                        "demo.server: \"" + name + "\" is neither wildfly nor liberty. Use the profiles.");
        };
    }

    abstract Process start() throws IOException;

    final Path directory() {
        return directory;
    }

    final int port() {
        return port;
    }

    final Path war() {
        return Path.of(System.getProperty("demo.target")).resolve("posts.war");
    }

    /** The configuration as system properties of the server. */
    final List<String> properties() {
        List<String> properties = new ArrayList<>();
        configuration.forEach((key, value) -> properties.add("-D" + key + "=" + value));
        return properties;
    }

    final Process run(List<String> command, Map<String, String> environment) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectOutput(ProcessBuilder.Redirect.INHERIT)
                .redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().putAll(environment);
        return builder.start();
    }

    private static final class WildFly extends DemoServer {

        private WildFly(Path directory, int port, Map<String, String> configuration) {
            super(directory, port, configuration);
        }

        @Override
        Process start() throws IOException {
            Path home = Path.of(System.getProperty("wildfly.home"));
            Path configuration = Files.createDirectories(directory().resolve("configuration"));
            for (File file : new File(home.toFile(), "standalone/configuration").listFiles(File::isFile)) {
                Files.write(configuration.resolve(file.getName()), Files.readAllBytes(file.toPath()));
            }
            Path deployments = Files.createDirectories(directory().resolve("deployments"));
            Files.write(deployments.resolve("ROOT.war"), Files.readAllBytes(war()));
            Files.writeString(deployments.resolve("ROOT.war.dodeploy"), "");
            List<String> command = StandaloneCommandBuilder.of(home)
                    .setBaseDirectory(directory())
                    .addJavaOption("-Xmx512m")
                    .addJavaOption("-Djboss.http.port=" + port())
                    .addJavaOption("-Djboss.management.http.port=" + freePort())
                    .addJavaOptions(properties())
                    .build();
            return run(command, Map.of());
        }

        private static int freePort() throws IOException {
            try (ServerSocket probe = new ServerSocket(0)) {
                return probe.getLocalPort();
            }
        }
    }

    private static final class Liberty extends DemoServer {

        private static final String SERVER_XML = """
                <server description="Posts">
                    <include location="%s"/>
                    <webApplication location="posts.war" contextRoot="/"/>
                </server>
                """;

        private Liberty(Path directory, int port, Map<String, String> configuration) {
            super(directory, port, configuration);
        }

        @Override
        Process start() throws IOException {
            Path home = Path.of(System.getProperty("liberty.home"));
            Path server = Files.createDirectories(directory().resolve("servers/posts"));
            Files.write(
                    Files.createDirectories(server.resolve("apps")).resolve("posts.war"), Files.readAllBytes(war()));
            Path common = Path.of(System.getProperty("demo.target")).resolve("liberty/servers/it/server.xml");
            Files.writeString(server.resolve("server.xml"), SERVER_XML.formatted(common));
            Files.writeString(
                    server.resolve("bootstrap.properties"), "http.port=" + port() + "\nhttps.port=-1\ntrace=*=info\n");
            List<String> command = new ArrayList<>();
            command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
            command.add("@" + home.resolve("lib/platform/java/java9.options"));
            command.add("-javaagent:" + home.resolve("bin/tools/ws-javaagent.jar"));
            command.add("-Xmx512m");
            command.add("-Djava.awt.headless=true");
            command.addAll(properties());
            command.add("-jar");
            command.add(home.resolve("bin/tools/ws-server.jar").toString());
            command.add("posts");
            return run(command, Map.of("WLP_USER_DIR", directory().toString()));
        }
    }
}
