package org.amplifyjakarta.wiring;

import java.util.List;
import java.util.Set;
import org.amplifyjakarta.config.AmplifyConfig;

/** What is said when an application starts. */
final class StartMessages {

    private StartMessages() {}

    static String notConfigured() {
        return "AMP-2501 Amplify: no user pool is configured; sessions cannot be read. Add amplify_outputs.json, or set "
                + "amplify.auth.user-pool-id and amplify.auth.user-pool-client-id.";
    }

    static String unknownKeys(List<String> keys) {
        return "AMP-2502 Amplify: these configuration keys mean nothing: " + String.join(", ", keys)
                + ". Correct or remove them.";
    }

    static String started(AmplifyConfig config) {
        String version = StartMessages.class.getPackage().getImplementationVersion();
        return "Amplify for Jakarta EE " + (version == null ? "(unpackaged)" : version) + ": user pool "
                + config.requireUserPool().userPoolId() + ", sessions "
                + switch (config.web().session().mode()) {
                    case COOKIES -> "in cookies";
                    case ENCRYPTED -> "sealed, in cookies";
                    case STORED -> "in a store of the servers";
                };
    }

    static String noJakartaSecurity() {
        return "AMP-2504 Amplify: amplify.guard.mechanism is true, and the server has no Jakarta Security. Add it (WildFly: layer"
                + " ee-security; Open Liberty: feature appSecurity-5.0), or set false.";
    }

    static String modelFaults(List<String> faults) {
        return "AMP-4501 Amplify models:\n  " + String.join("\n  ", faults)
                + "\nCheck the classes with @Model against model_introspection in amplify_outputs.json.";
    }

    static String modelsWithoutIntrospection() {
        return "AMP-4502 Amplify models: there are classes with @Model, and no model introspection to check them against."
                + " Add amplify_outputs.json with its data section.";
    }

    static String documentFaults(List<String> faults) {
        return "AMP-4503 Amplify documents:\n  " + String.join("\n  ", faults)
                + "\nCorrect the files, or what @DocumentFile says.";
    }

    static String documentsUnparsed() {
        return "AMP-4504 Amplify documents: were not held against a schema, since graphql-java is not there."
                + " Add com.graphql-java:graphql-java to the application.";
    }

    static String documentsWithoutSchema() {
        return "AMP-4505 Amplify documents: only their syntax was checked, since MicroProfile Config tells neither of a"
                + " schema nor of models. Set amplify.graphql.schema, or add amplify_outputs.json with its data section.";
    }

    static String noJakartaData(Set<String> repositories) {
        return "AMP-4510 Amplify repositories: " + String.join(", ", repositories)
                + ": Jakarta Data's API is not there. Add jakarta.data:jakarta.data-api to the application.";
    }

    static String repositoryFaults(List<String> faults) {
        return "AMP-4511 Amplify repositories:\n  " + String.join("\n  ", faults)
                + "\nSee ModelRepository for what can be asked of AppSync.";
    }
}
