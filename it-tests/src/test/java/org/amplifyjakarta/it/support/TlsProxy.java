package org.amplifyjakarta.it.support;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.TrustManagerFactory;

/**
 * What ends TLS in front of the server under test, which hears plain HTTP: on a free port of {@code localhost}, with a certificate
 * that it made itself.
 *
 * <p>Safe for concurrent use.
 */
public final class TlsProxy implements AutoCloseable {

    private static final int LARGEST_HEAD = 64 * 1024;
    private static final String ALIAS = "localhost";
    private static final char[] PASSWORD = "changeit".toCharArray();

    private final ExecutorService threads = Executors.newCachedThreadPool(TlsProxy::thread);
    private final SSLServerSocket listening;
    private final SSLContext trusting;
    private final List<String> told;

    private TlsProxy(SSLServerSocket listening, SSLContext trusting, List<String> told) {
        this.listening = listening;
        this.trusting = trusting;
        this.told = told;
    }

    /** Starts one that tells the server those headers, {@code name: value}, in place of what a browser says. */
    public static TlsProxy start(String... headers) {
        try {
            KeyStore keys = keys();
            SSLServerSocket listening = (SSLServerSocket)
                    serving(keys).getServerSocketFactory().createServerSocket(0, 50, InetAddress.getLoopbackAddress());
            List<String> told = Stream.concat(Stream.of("Connection: close"), Arrays.stream(headers))
                    .toList();
            TlsProxy proxy = new TlsProxy(listening, trusting(keys), told);
            proxy.threads.execute(proxy::listen);
            return proxy;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Returns the origin as browsers see it. */
    public String origin() {
        return "https://localhost:" + listening.getLocalPort();
    }

    /** Returns what trusts its certificate and no other. */
    public SSLContext trusting() {
        return trusting;
    }

    @Override
    public void close() {
        try {
            listening.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            threads.shutdownNow();
        }
    }

    private void listen() {
        while (!listening.isClosed()) {
            try {
                Socket browser = listening.accept();
                threads.execute(() -> relay(browser));
            } catch (IOException e) {
                // closed, or a connection that came to nothing
            }
        }
    }

    /** One request: the server closes the connection after it. */
    private void relay(Socket browser) {
        int port = URI.create(ServerAddress.origin()).getPort();
        try (browser;
                Socket server = new Socket(InetAddress.getLoopbackAddress(), port)) {
            String head = head(browser.getInputStream());
            if (!head.isEmpty()) {
                server.getOutputStream().write(retold(head).getBytes(StandardCharsets.ISO_8859_1));
                threads.execute(() -> pass(browser, server));
                server.getInputStream().transferTo(browser.getOutputStream());
            }
        } catch (IOException e) {
            // one side has gone
        }
    }

    private static void pass(Socket from, Socket to) {
        try {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException e) {
            // the answer was there first
        }
    }

    /** Reads up to the blank line, and not further; empty for a connection without a request. */
    private static String head(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.length() < LARGEST_HEAD && head.indexOf("\r\n\r\n", head.length() - 4) < 0) {
            int next = in.read();
            if (next < 0) {
                return "";
            }
            head.append((char) next);
        }
        return head.toString();
    }

    private String retold(String head) {
        List<String> names = told.stream().map(TlsProxy::name).toList();
        Stream<String> kept = head.strip().lines().filter(line -> !names.contains(name(line)));
        return Stream.concat(kept, told.stream()).collect(Collectors.joining("\r\n")) + "\r\n\r\n";
    }

    private static String name(String line) {
        return line.split(":", 2)[0].toLowerCase(Locale.ROOT);
    }

    /** The JDK makes certificates by its tool alone. */
    private static KeyStore keys() throws IOException, GeneralSecurityException {
        Path folder = Files.createTempDirectory("tls");
        Path file = folder.resolve("keys.p12");
        String tool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        String options = "-genkeypair -alias " + ALIAS + " -keyalg EC -groupname secp256r1 -dname CN=localhost"
                + " -ext san=dns:localhost -storetype PKCS12 -storepass " + new String(PASSWORD) + " -keystore";
        try {
            Process made = new ProcessBuilder(
                            Stream.of(List.of(tool), List.of(options.split(" ")), List.of(file.toString()))
                                    .flatMap(List::stream)
                                    .toList())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (made.waitFor() != 0) {
                throw new IllegalStateException("keytool: " + made.exitValue());
            }
            return KeyStore.getInstance(file.toFile(), PASSWORD);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } finally {
            Files.deleteIfExists(file);
            Files.delete(folder);
        }
    }

    private static SSLContext serving(KeyStore keys) throws GeneralSecurityException {
        KeyManagerFactory own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        own.init(keys, PASSWORD);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(own.getKeyManagers(), null, null);
        return context;
    }

    private static SSLContext trusting(KeyStore keys) throws IOException, GeneralSecurityException {
        KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
        trusted.load(null, null);
        trusted.setCertificateEntry(ALIAS, keys.getCertificate(ALIAS));
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }

    private static Thread thread(Runnable task) {
        Thread thread = new Thread(task, "tls-proxy");
        thread.setDaemon(true);
        return thread;
    }
}
