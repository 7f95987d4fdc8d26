package org.amplifyjakarta.config;

import org.amplifyjakarta.AmplifyException;

/** Stub. */
public class ConfigurationException extends AmplifyException {
    private static final long serialVersionUID = 1L;

    public ConfigurationException(String m) {
        super("x", m, "", null);
    }
}
