package org.amplifyjakarta.config;
/** Stub. */
public class ConfigReader {
    private ConfigReader() {}

    public static AmplifyConfig read() {
        throw new ConfigurationException("stub");
    }
}
