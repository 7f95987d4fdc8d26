package org.amplifyjakarta.config;

import java.util.List;
import java.util.stream.Collectors;
import org.amplifyjakarta.AmplifyException;

/** A configuration that cannot work; names everything that is wrong with it, one line each. Immutable. */
public class ConfigurationException extends AmplifyException {

    private static final long serialVersionUID = 1L;

    private final transient List<ConfigFault> faults;

    /** @param faults all that is wrong, at least one */
    public ConfigurationException(List<ConfigFault> faults) {
        super(
                "InvalidParameterException",
                "Amplify configuration:\n"
                        + faults.stream().map(ConfigFault::toString).collect(Collectors.joining("\n")),
                "Correct each value and deploy again.",
                null);
        this.faults = List.copyOf(faults);
    }

    /** Returns all that is wrong. */
    public List<ConfigFault> faults() {
        return faults;
    }
}
