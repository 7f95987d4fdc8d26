package org.amplifyjakarta.repository;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.data.Limit;
import jakarta.data.Order;
import jakarta.data.Sort;
import jakarta.data.exceptions.DataException;
import jakarta.data.exceptions.EmptyResultException;
import jakarta.data.exceptions.EntityExistsException;
import jakarta.data.exceptions.MappingException;
import jakarta.data.exceptions.NonUniqueResultException;
import jakarta.data.exceptions.OptimisticLockingFailureException;
import jakarta.data.page.CursoredPage;
import jakarta.data.page.Page;
import jakarta.data.page.PageRequest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.NoSuchElementException;
import org.amplifyjakarta.config.GraphQlConfig.AuthMode;
import org.amplifyjakarta.data.RecordingGraphQL;
import org.amplifyjakarta.data.SessionModels;
import org.amplifyjakarta.graphql.GraphQLError;
import org.amplifyjakarta.graphql.GraphQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RepositoryTest {

    private static final String TWO = "[{\"id\":\"1\",\"title\":\"a\"},{\"id\":\"2\",\"title\":\"b\"}]";
    private static final GraphQLException CONDITION = failure("DynamoDB:ConditionalCheckFailedException");

    private final RecordingGraphQL api = new RecordingGraphQL();
    private final SessionModels models = new SessionModels(api, RepositorySchema::config);
    private final Posts posts = Repositories.create(Posts.class, models);
    private final Visits visits = Repositories.create(Visits.class, models);

    @Test
    void oneIsWrittenAsTheUserOfTheRepository() {
        api.answers.add("{\"createPost\":{\"id\":\"1\",\"title\":\"a\",\"createdAt\":\"2026-01-01T00:00:00Z\"}}");

        Post written = posts.insert(Post.titled(null, "a"));

        assertThat(api.options.authMode()).isEqualTo(AuthMode.USER_POOL);
        assertThat(written).isEqualTo(new Post("1", "a", null, Instant.parse("2026-01-01T00:00:00Z")));
    }

    @Test
    void severalComeBackInTheirOrder() {
        api.answers.add("{\"createPost\":{\"id\":\"1\",\"title\":\"a\"}}");
        api.answers.add("{\"createPost\":{\"id\":\"2\",\"title\":\"b\"}}");

        Post[] written = posts.addAll(Post.titled(null, "a"), Post.titled(null, "b"));

        assertThat(written).extracting(Post::id).containsExactly("1", "2");
    }

    @Test
    void whatIsThereIsNotInserted() {
        api.failure = CONDITION;

        assertThatExceptionOfType(EntityExistsException.class)
                .isThrownBy(() -> posts.add(Post.titled("1", "a")))
                .withMessageContaining("is there already")
                .withCause(CONDITION);
    }

    @Test
    void whatIsNotThereIsNotUpdated() {
        api.failure = CONDITION;

        assertThatExceptionOfType(OptimisticLockingFailureException.class)
                .isThrownBy(() -> posts.update(Post.titled("1", "a")))
                .withMessageContaining("is not there");
    }

    @Test
    void whatIsNotThereIsNotDeletedAsARecord() {
        api.answers.add("{\"deletePost\":null}");

        assertThatExceptionOfType(OptimisticLockingFailureException.class)
                .isThrownBy(() -> posts.delete(Post.titled("1", "a")));
    }

    @Test
    void whatIsNotThereIsIgnoredWhenItsIdIsDeleted() {
        api.failure = CONDITION;

        posts.deleteById("1");
        int removed = posts.remove("1");

        assertThat(removed).isZero();
    }

    @Test
    void savingUpdatesWhatIsThere() {
        api.answers.add("{\"getPost\":{\"id\":\"1\",\"title\":\"a\"}}");
        api.answers.add("{\"updatePost\":{\"id\":\"1\",\"title\":\"b\"}}");

        Post saved = posts.save(Post.titled("1", "b"));

        assertThat(saved.title()).isEqualTo("b");
        assertThat(api.documents).hasSize(2).first().asString().contains("getPost");
    }

    @Test
    void savingInsertsWhatIsNotThere() {
        api.answers.add("{\"getPost\":null}");
        api.answers.add("{\"createPost\":{\"id\":\"1\",\"title\":\"b\"}}");
        api.answers.add("{\"createPost\":{\"id\":\"2\",\"title\":\"c\"}}");

        List<Post> saved = posts.saveAll(List.of(Post.titled("1", "b"), Post.titled(null, "c")));

        assertThat(saved).extracting(Post::id).containsExactly("1", "2");
        assertThat(api.documents).hasSize(3);
    }

    @Test
    void whatNobodyOwnsIsNotThere() {
        api.writeFailure = failure("Unauthorized");
        api.answers.add("{\"getPost\":null}");
        api.answers.add("{\"getPost\":null}");
        api.answers.add("{\"getPost\":null}");

        assertThatExceptionOfType(OptimisticLockingFailureException.class)
                .isThrownBy(() -> posts.update(Post.titled("1", "a")))
                .withCause(api.writeFailure);
        assertThatExceptionOfType(OptimisticLockingFailureException.class)
                .isThrownBy(() -> posts.delete(Post.titled("1", "a")));
        posts.deleteById("1");

        assertThat(api.answers).isEmpty();
    }

    @Test
    void whatIsAnothersIsForbidden() {
        api.writeFailure = failure("Unauthorized");
        api.answers.add("{\"getPost\":{\"id\":\"1\",\"title\":\"a\"}}");
        api.answers.add("{\"getPost\":{\"id\":\"1\",\"title\":\"a\"}}");

        assertThatExceptionOfType(GraphQLException.class)
                .isThrownBy(() -> posts.update(Post.titled("1", "a")))
                .matches(GraphQLException::isUnauthorized);
        assertThatExceptionOfType(GraphQLException.class)
                .isThrownBy(() -> posts.deleteById("1"))
                .matches(GraphQLException::isUnauthorized);
    }

    @Test
    void otherFailuresStayWhatTheyAre() {
        api.failure = failure("Unauthorized");

        assertThatExceptionOfType(GraphQLException.class)
                .isThrownBy(() -> posts.update(Post.titled("1", "a")))
                .matches(GraphQLException::isUnauthorized);
    }

    @Test
    void theKeyIsGot() {
        api.answers.add("{\"getPost\":{\"id\":\"1\",\"title\":\"a\"}}");
        api.answers.add("{\"getPost\":null}");

        assertThat(posts.findById("1")).contains(Post.titled("1", "a"));
        assertThatExceptionOfType(EmptyResultException.class)
                .isThrownBy(() -> posts.byId("2"))
                .withMessage(Posts.class.getName() + ".byId: found no record. Return an Optional if that is ordinary.");
        assertThat(api.documents).allMatch(document -> document.contains("getPost"));
    }

    @Test
    void anIndexFindsInItsOrderPageByPage() {
        api.answers.add("{\"postsByTitle\":{\"items\":" + TWO + ",\"nextToken\":\"t\"}}");
        api.answers.add("{\"postsByTitle\":{\"items\":[],\"nextToken\":null}}");

        CursoredPage<Post> page = posts.newest("a", PageRequest.ofSize(2));
        assertThat(api.variables.getString("sortDirection")).isEqualTo("DESC");
        assertThat(api.variables.getInt("limit")).isEqualTo(2);
        assertThat(api.variables).doesNotContainKeys("filter", "nextToken");
        CursoredPage<Post> last = posts.newest("a", page.nextPageRequest());

        assertThat(api.variables.getString("nextToken")).isEqualTo("t");
        assertThat(page.content()).hasSize(2);
        assertThat(page.cursor(1).elements()).isEqualTo(List.of("t"));
        assertThat(last.pageRequest().page()).isEqualTo(2);
        assertThat(last.hasNext()).isFalse();
        assertThat(last.hasContent()).isFalse();
        assertThatExceptionOfType(NoSuchElementException.class).isThrownBy(last::nextPageRequest);
        assertThatExceptionOfType(NoSuchElementException.class).isThrownBy(last::previousPageRequest);
    }

    @Test
    void aPlainPageLeadsOnToo() {
        api.answers.add("{\"listPosts\":{\"items\":" + TWO + ",\"nextToken\":\"t\"}}");
        api.answers.add("{\"listPosts\":{\"items\":[],\"nextToken\":null}}");

        Page<Post> page = posts.findAll(PageRequest.ofPage(1), Order.by());
        Page<Post> last = posts.findAll(page.nextPageRequest(), Order.by());

        assertThat(api.variables.getString("nextToken")).isEqualTo("t");
        assertThat(last.hasNext()).isFalse();
        assertThat(page.hasTotals()).isFalse();
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(page::totalElements)
                .withMessageContaining("AppSync counts no records");
    }

    @Test
    void whatAppSyncCannotPageIsRefusedAtTheCall() {
        PageRequest before = PageRequest.ofSize(2).beforeCursor(PageRequest.Cursor.forKey("t"));
        PageRequest foreign = PageRequest.ofSize(2).afterCursor(PageRequest.Cursor.forKey(1, 2));

        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> posts.newest("a", PageRequest.ofPage(2)))
                .withMessage(Posts.class.getName()
                        + ".newest: AppSync knows no page by its number but the first. Follow nextPageRequest().");
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> posts.newest("a", before))
                .withMessageContaining("has no page before a cursor");
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> posts.newest("a", foreign))
                .withMessageContaining("is not one of nextPageRequest()");
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> posts.titled("a", Limit.range(2, 3)))
                .withMessageContaining("begins with the first record");
        assertThat(api.documents).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"rating", "id", "nothing"})
    void anOrderThatNoIndexHasIsRefusedAtTheCall(String field) {
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> posts.titled("a", Limit.of(2), Sort.asc(field)))
                .withMessageContaining(
                        Posts.class.getName() + ".titled: no index that is asked sorts model Post by " + field);
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> posts.findAll(PageRequest.ofSize(1), Order.by(Sort.desc(field))));
    }

    @Test
    void ignoringCaseIsNoOrderOfAnIndex() {
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> posts.titled("a", Limit.of(2), Sort.ascIgnoreCase("createdAt")))
                .withMessageContaining("createdAt ignoring case");
    }

    @Test
    void whatAllRecordsHaveInCommonNeedsNoOrder() {
        api.answers.add("{\"postsByTitle\":{\"items\":" + TWO + ",\"nextToken\":\"t\"}}");

        List<Post> found = posts.titled("a", Limit.of(2), Sort.desc("title"), Sort.asc("createdAt"));

        assertThat(found).hasSize(2);
        assertThat(api.documents).hasSize(1);
        assertThat(api.options.authMode()).isEqualTo(AuthMode.API_KEY);
        assertThat(api.variables.getInt("limit")).isEqualTo(2);
        assertThat(api.variables).doesNotContainKey("sortDirection");
    }

    @Test
    void theRestIsFiltered() {
        api.answers.add("{\"postsByTitle\":{\"items\":[],\"nextToken\":\"t\"}}");
        api.answers.add("{\"postsByTitle\":{\"items\":" + TWO + ",\"nextToken\":null}}");

        Post[] found = posts.rated("a", 3);

        assertThat(found).hasSize(2);
        assertThat(api.variables.getString("title")).isEqualTo("a");
        assertThat(api.variables.getJsonObject("filter")).hasToString("{\"rating\":{\"eq\":3}}");
    }

    @Test
    void moreThanOneIsToldFromOne() {
        api.answers.add("{\"listPosts\":{\"items\":" + TWO + ",\"nextToken\":null}}");
        api.answers.add("{\"listPosts\":{\"items\":" + TWO + ",\"nextToken\":null}}");
        api.answers.add("{\"listPosts\":{\"items\":[],\"nextToken\":null}}");

        assertThatExceptionOfType(NonUniqueResultException.class).isThrownBy(() -> posts.only(3));
        assertThatExceptionOfType(NonUniqueResultException.class).isThrownBy(() -> posts.first(3));
        assertThat(posts.first(3)).isEmpty();
    }

    @Test
    void whatIsFoundIsDeleted() {
        api.answers.add("{\"postsByTitle\":{\"items\":" + TWO + ",\"nextToken\":null}}");
        api.answers.add("{\"deletePost\":{\"id\":\"1\",\"title\":\"a\"}}");
        api.answers.add("{\"deletePost\":null}");

        assertThat(posts.removeTitled("a")).isEqualTo(1);
    }

    @Test
    void aDefaultMethodIsTheApplicationsOwn() {
        api.answers.add("{\"postsByTitle\":{\"items\":" + TWO + ",\"nextToken\":null}}");

        assertThat(posts.fewest("a")).hasSize(2);
        assertThat(api.options.authMode()).isEqualTo(AuthMode.USER_POOL);
        assertThat(posts).hasToString("repository " + Posts.class.getName());
    }

    @Test
    void aKeyOfSeveralFieldsIsAList() {
        api.answers.add("{\"getVisit\":null}");

        assertThat(visits.findById(List.of("p", LocalDate.EPOCH))).isEmpty();
        assertThat(api.variables).hasToString("{\"place\":\"p\",\"day\":\"1970-01-01\"}");
        assertThatExceptionOfType(MappingException.class)
                .isThrownBy(() -> visits.findById(List.of("p")))
                .withMessageContaining("has several fields, [place, day]");
    }

    @Test
    void theTablesOwnSortKeyOrders() {
        api.answers.add("{\"listVisits\":{\"items\":[],\"nextToken\":null}}");

        Page<Visit> page = visits.latest("p");

        assertThat(page.hasContent()).isFalse();
        assertThat(api.variables.getString("place")).isEqualTo("p");
        assertThat(api.variables.getString("sortDirection")).isEqualTo("DESC");
    }

    @Test
    void aSortKeyOfSeveralFieldsIsWholeOrFiltered() {
        api.answers.add("{\"visitsByGuest\":{\"items\":[],\"nextToken\":null}}");
        api.answers.add("{\"visitsByGuest\":{\"items\":[],\"nextToken\":null}}");

        assertThat(visits.ofGuest("g", LocalDate.EPOCH, 3)).isEmpty();
        assertThat(api.variables.getJsonObject("dayNumber").getJsonObject("eq"))
                .hasToString("{\"day\":\"1970-01-01\",\"number\":3}");
        assertThat(visits.ofGuest("g", 3)).isEmpty();
        assertThat(api.variables.getJsonObject("filter")).hasToString("{\"number\":{\"eq\":3}}");
    }

    private static GraphQLException failure(String type) {
        return GraphQLException.of(List.of(new GraphQLError("m", type, List.of(), null)));
    }
}
