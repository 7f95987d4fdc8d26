/**
 * Repositories of Jakarta Data over models. In reading order: an interface with
 * {@link org.amplifyjakarta.repository.ModelRepository}, or with {@code @Repository} alone, is read into a {@code RepositoryType}
 * of {@code RepositoryMethod}s; {@code SchemaCheck} holds it against the schema; {@code RepositoryCalls} does what a call asks
 * for, finding records by an {@code Access}.
 *
 * <p>This package alone names types of {@code jakarta.data}, which servers of Jakarta EE 10 do not have: where they are not there,
 * nothing of it but the annotations {@link org.amplifyjakarta.repository.ModelRepository} and
 * {@link org.amplifyjakarta.repository.WithAuthMode} may be touched. Deployment faults are AMP-4510 and on.
 */
@NullMarked
package org.amplifyjakarta.repository;

import org.jspecify.annotations.NullMarked;
