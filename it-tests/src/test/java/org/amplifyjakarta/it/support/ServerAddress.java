package org.amplifyjakarta.it.support;

/** Where the server under test answers, as it is known before anything is deployed. */
public final class ServerAddress {

    private ServerAddress() {}

    /** Returns the origin, by the name of the host under which browsers keep {@code Secure} cookies. */
    public static String origin() {
        return "http://localhost:" + Integer.getInteger(System.getProperty("arquillian.launch") + ".http.port");
    }
}
