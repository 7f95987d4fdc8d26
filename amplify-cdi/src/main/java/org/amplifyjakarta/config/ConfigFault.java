package org.amplifyjakarta.config;

/**
 * One thing that is wrong with the configuration.
 *
 * @param source where the value came from: a file, {@code SysPropConfigSource}, the builder
 * @param key the key, or the place in a file
 * @param shape the value, escaped and cut at 40 characters; of a secret its length alone
 * @param rule the rule that it breaks
 * @param remedy what to do about it
 */
public record ConfigFault(String code, String source, String key, String shape, String rule, String remedy) {

    @Override
    public String toString() {
        return code + " " + key + " (" + shape + ", from " + source + "): " + rule + " " + remedy;
    }
}
