package org.amplifyjakarta.repository;

import jakarta.enterprise.inject.Stereotype;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks an interface as a repository of Jakarta Data over a model, which this library implements, by an
 * {@code @ApplicationScoped} bean that works in the session of the current request.
 *
 * <pre>{@code
 * @Repository
 * @ModelRepository
 * @WithAuthMode(AuthMode.USER_POOL)
 * public interface Posts extends CrudRepository<Post, String> {
 *
 *     @Find
 *     @OrderBy(value = "createdAt", descending = true)
 *     CursoredPage<Post> titled(@By("title") String title, PageRequest page);
 *
 *     ModelOperations<Post> operations();
 *
 *     default Stream<Post> drafts() {
 *         return operations().listAll(ListQuery.ALL.where(Filter.where("status").eq(PostStatus.DRAFT)));
 *     }
 * }
 * }</pre>
 *
 * <p>An interface with {@code jakarta.data.repository.Repository} alone is a repository of ours too where a CDI bean injects it,
 * its entity is a class with {@link org.amplifyjakarta.data.Model}, and it names no other provider than {@value #PROVIDER}.
 * Servers do not look for that annotation in an archive of annotated beans, so one that is only injected into a servlet, or
 * looked up, needs this one. Where another provider takes records for its own, name this one:
 * {@code @Repository(provider = ModelRepository.PROVIDER)}.
 *
 * <p><b>Finding.</b> {@code @Find} knows equality alone, of the fields that its parameters name, by the names of the schema. All fields
 * of the primary key: one {@code get}. A secondary index's partition key, or the primary key's: that index, by its sort key too
 * where that is named. Otherwise, and for the rest, a filter, which the API applies to what it has read: without an index it
 * reads the whole table. One record is asked for by {@code T} ({@code EmptyResultException} for none) or {@code Optional<T>}
 * ({@code NonUniqueResultException} for more than one), many by {@code List}, {@code Stream} (page after page as it is read),
 * an array, {@code Page} or {@code CursoredPage}. Where the key has several fields, the id is a {@code List} of them, in their order.
 *
 * <p><b>Order.</b> Only by the sort key of the index that is asked, in either direction. {@code @OrderBy} anything else fails
 * the deployment, an {@code Order} or {@code Sort} is answered with a {@code DataException}. A record without that sort key is not
 * in the index, and not in what is found.
 *
 * <p><b>Pages.</b> AppSync goes forward by tokens: a cursor holds one, and {@code nextPageRequest()} leads on, of a {@code Page} too.
 * {@code PageRequest.ofPage(1)} begins; later pages by number, pages before a cursor, {@code Limit.range} and totals are an
 * {@code UnsupportedOperationException}. A page has at most 1000 records. One behind a filter may be short, or empty, and have a
 * next one: ask {@code hasNext()}.
 *
 * <p><b>Writing.</b> {@code insert} of what is there is an {@code EntityExistsException}, {@code update} and {@code delete} of what is
 * not an {@code OptimisticLockingFailureException}. {@code save} gets the record first, and then updates or inserts it. A list is
 * written record by record, until one fails; so is a {@code @Delete} by fields, which finds, then deletes. Nothing is a transaction.
 * Where the API resolves conflicts, {@code delete} removes the record as it is there, whatever its version.
 *
 * <p><b>Failures.</b> Whatever else the API reports is a {@link org.amplifyjakarta.graphql.GraphQLException}, or another
 * {@link org.amplifyjakarta.AmplifyException}, as {@link org.amplifyjakarta.data.ModelOperations} says; partial data is never returned.
 *
 * <p>{@code @Query}, queries by method name, and all else that cannot be done fails the deployment. A method without parameters
 * that returns {@link org.amplifyjakarta.data.ModelOperations} gives access to what Jakarta Data has no words for.
 *
 * @see <a href="https://jakarta.ee/specifications/data/1.0/">Jakarta Data 1.0</a>
 */
@Documented
@Stereotype // which makes a server look at the interface in an archive of annotated beans
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface ModelRepository {

    /** This library's name among providers of Jakarta Data. */
    String PROVIDER = "Amplify";
}
