package org.amplifyjakarta.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/** Reads configurations, and reports all faults at once. Stateless. */
public final class ConfigReader {

    private static final String PREFIX = "amplify.";
    private static final String NAMED = "amplify.config.";

    private static final Pattern NOT_A_LETTER = Pattern.compile("[^a-z0-9*]+");

    private ConfigReader() {}

    /**
     * Reads what MicroProfile Config holds for the application that calls.
     *
     * @throws ConfigurationException naming everything that is wrong
     */
    public static AmplifyConfigs read() {
        return read(ConfigProvider.getConfig());
    }

    /**
     * Reads what a MicroProfile Config holds.
     *
     * @throws ConfigurationException naming everything that is wrong
     */
    public static AmplifyConfigs read(Config config) {
        ValueSource source = ValueSource.of(config);
        List<ConfigFault> faults = new ArrayList<>(ReadFault.all(source));
        AmplifyConfig own = AmplifyConfig.read(new Values(source, PREFIX, faults));
        Map<String, AmplifyConfig> named = new LinkedHashMap<>();
        for (String name : names(source)) {
            named.put(name, AmplifyConfig.read(new Values(source, NAMED + name + ".", faults)));
        }
        refuse(faults);
        return new AmplifyConfigs(own, named, unknown(source));
    }

    /** Reads what a builder was told. */
    static AmplifyConfig read(Map<String, String> values) {
        List<ConfigFault> faults = new ArrayList<>();
        AmplifyConfig config = AmplifyConfig.read(new Values(ValueSource.of(values), PREFIX, faults));
        refuse(faults);
        return config;
    }

    private static void refuse(List<ConfigFault> faults) {
        if (!faults.isEmpty()) {
            throw new ConfigurationException(faults);
        }
    }

    private static Set<String> names(ValueSource source) {
        return source.keys().stream()
                .filter(key -> key.startsWith(NAMED) && key.indexOf('.', NAMED.length()) > 0)
                .map(key -> key.substring(NAMED.length(), key.indexOf('.', NAMED.length())))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<String> unknown(ValueSource source) {
        List<Pattern> known = Stream.of(ConfigKey.values())
                .map(key -> Pattern.compile(plain(key.key()).replace(".", "\\.").replace("*", ".+")))
                .toList();
        return source.keys().stream()
                .filter(key -> key.startsWith(PREFIX) && !key.startsWith(ReadFault.PREFIX))
                .filter(key -> {
                    String own = key.startsWith(NAMED) && key.indexOf('.', NAMED.length()) > 0
                            ? PREFIX + key.substring(key.indexOf('.', NAMED.length()) + 1)
                            : key;
                    String plain = plain(own);
                    return known.stream()
                            .noneMatch(pattern -> pattern.matcher(plain).matches());
                })
                .sorted()
                .toList();
    }

    /** Some sources of environment variables offer {@code amplify.auth.user.pool.id} too. */
    private static String plain(String key) {
        return NOT_A_LETTER.matcher(key.toLowerCase(Locale.ROOT)).replaceAll(".");
    }
}
