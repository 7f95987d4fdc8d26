package org.amplifyjakarta.storage;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.amplifyjakarta.config.StorageConfig;
import org.amplifyjakarta.token.Tokens;

/**
 * The access rules of a bucket in {@code amplify_outputs.json}, checked before a call so that a refusal says why. S3
 * decides all the same: by the identity pool's roles.
 */
record AccessRules(Map<String, Map<String, List<String>>> paths) {

    private static final String IDENTITY = "${cognito-identity.amazonaws.com:sub}";
    private static final String GROUPS = "groups";

    /** Returns the rules of a bucket, none where it has none. */
    static AccessRules of(StorageConfig config, String bucketName) {
        return new AccessRules(config.buckets().values().stream()
                .filter(bucket -> bucket.bucketName().equals(bucketName))
                .findFirst()
                .map(StorageConfig.Bucket::paths)
                .orElse(Map.of()));
    }

    /**
     * Tells whether somebody may do something; a bucket without rules allows everything.
     *
     * @param action {@code get}, {@code list}, {@code write} or {@code delete}
     */
    boolean allow(String action, String path, String identityId, Optional<Tokens> tokens) {
        return paths.isEmpty()
                || paths.entrySet().stream()
                        .filter(rule -> matches(rule.getKey(), path, identityId))
                        .flatMap(rule -> rule.getValue().entrySet().stream())
                        .filter(rule -> isMeant(rule.getKey(), tokens))
                        .flatMap(rule -> rule.getValue().stream())
                        .flatMap(allowed -> allowed.equals("read") ? Stream.of("get", "list") : Stream.of(allowed))
                        .anyMatch(action::equals);
    }

    private static boolean matches(String pattern, String path, String identityId) {
        String own = pattern.replace(IDENTITY, identityId).replace("{entity_id}", identityId);
        return own.endsWith("*") ? path.startsWith(own.substring(0, own.length() - 1)) : path.equals(own);
    }

    /** Groups are compared whole. */
    private static boolean isMeant(String who, Optional<Tokens> tokens) {
        if (who.startsWith(GROUPS)) {
            Set<String> groups =
                    Set.copyOf(List.of(who.substring(GROUPS.length()).split(",")));
            return tokens.stream()
                    .anyMatch(held -> held.accessToken().groups().stream().anyMatch(groups::contains));
        }
        return switch (who) {
            case "guest" -> tokens.isEmpty();
            case "authenticated", "entityidentity" -> tokens.isPresent();
            default -> false;
        };
    }
}
