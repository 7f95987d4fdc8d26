package org.amplifyjakarta.repository;

import java.util.ArrayList;
import java.util.List;
import org.amplifyjakarta.AmplifyException;
import org.amplifyjakarta.data.AmplifyModels;
import org.amplifyjakarta.data.ModelSchemas;

/**
 * Makes repositories of Jakarta Data, and tells what is wrong with them. For this library; applications use
 * {@link ModelRepository}. Not to be touched where Jakarta Data's API is not there: on WildFly 39 it does not even verify.
 */
public final class Repositories {

    private Repositories() {}

    /** Tells whether an interface that has Jakarta Data's annotation, and not ours, is for us to implement. */
    public static boolean areOurs(Class<?> type) {
        return RepositoryType.isOurs(type);
    }

    /** Tells what is wrong with an interface, whatever the schema. */
    public static List<String> faults(Class<?> type) {
        return RepositoryType.read(type).faults();
    }

    /** Tells what is wrong with an interface, by the current schema too. */
    public static List<String> faults(Class<?> type, ModelSchemas schemas) {
        RepositoryType repository = RepositoryType.read(type);
        List<String> faults = new ArrayList<>(repository.faults());
        if (repository.entity() != null) {
            try {
                faults.addAll(new SchemaCheck(repository, schemas.binding(repository.entity())).faults());
            } catch (AmplifyException e) {
                // the class does not fit the schema, which is said of the class
                return faults;
            }
        }
        return faults;
    }

    /**
     * Makes a repository.
     *
     * @throws jakarta.data.exceptions.MappingException if something is wrong with the interface
     */
    public static <T> T create(Class<T> type, AmplifyModels models) {
        RepositoryType repository = RepositoryType.read(type);
        if (repository.entity() == null || !repository.faults().isEmpty()) {
            throw RepositoryMessages.faulty(repository.faults());
        }
        return RepositoryProxy.of(type, repository, new RepositoryCalls<>(models, repository.entity()));
    }
}
