package org.amplifyjakarta.faces.page;

import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletContextListener;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A web application that has files, and takes listeners. */
record FileApplication(Path root, List<ServletContextListener> listeners) {

    FileApplication(Path root) {
        this(root, new ArrayList<>());
    }

    ServletContext context() {
        return (ServletContext) Proxy.newProxyInstance(
                FileApplication.class.getClassLoader(),
                new Class<?>[] {ServletContext.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "getResourcePaths" -> paths((String) arguments[0]);
                    case "getResourceAsStream" -> stream((String) arguments[0]);
                    case "addListener" -> {
                        listeners.add((ServletContextListener) arguments[0]);
                        yield null;
                    }
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }

    private @Nullable Set<String> paths(String folder) throws IOException {
        Path path = root.resolve(folder.substring(1));
        if (!Files.isDirectory(path)) {
            return null;
        }
        try (Stream<Path> files = Files.list(path)) {
            return files.map(file -> folder + file.getFileName() + (Files.isDirectory(file) ? "/" : ""))
                    .collect(Collectors.toSet());
        }
    }

    private InputStream stream(String file) throws IOException {
        return Files.newInputStream(root.resolve(file.substring(1)));
    }
}
