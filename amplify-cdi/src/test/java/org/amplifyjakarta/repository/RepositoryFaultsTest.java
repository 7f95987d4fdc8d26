package org.amplifyjakarta.repository;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.data.Limit;
import jakarta.data.Sort;
import jakarta.data.exceptions.MappingException;
import jakarta.data.page.Page;
import jakarta.data.page.PageRequest;
import jakarta.data.repository.By;
import jakarta.data.repository.CrudRepository;
import jakarta.data.repository.DataRepository;
import jakarta.data.repository.Delete;
import jakarta.data.repository.Find;
import jakarta.data.repository.Insert;
import jakarta.data.repository.OrderBy;
import jakarta.data.repository.Query;
import jakarta.data.repository.Repository;
import jakarta.data.repository.Update;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.amplifyjakarta.config.AmplifyConfig;
import org.amplifyjakarta.data.ModelSchemas;
import org.amplifyjakarta.data.RecordingGraphQL;
import org.amplifyjakarta.data.SessionModels;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RepositoryFaultsTest {

    /** With everything that can be wrong in a method. */
    interface Wrong extends DataRepository<Post, String> {

        @Query("where title = ?1")
        List<Post> jdql(String title);

        List<Post> findByTitle(String title);

        @Find
        @Delete
        void both(String title);

        @Insert
        int counting(Post post);

        @Update
        void fields(String title);

        @Insert
        void set(Set<Post> posts);

        @Delete
        void iterable(Iterable<Post> posts);

        @Delete
        Post returning(String title);

        @Delete
        void limited(String title, Limit limit);

        @Find
        List<String> titles();

        @Find
        Page<Post> unpaged(String title);

        @Find
        List<Post> twice(PageRequest page, Limit limit);

        @Find
        List<Post> limits(Limit one, Limit two);

        @Find
        Post sorted(String title, Sort<Post> sort);

        @Find
        List<Post> same(String title, @By("title") String again);

        @Insert
        @OrderBy("title")
        void ordered(Post post);

        @Find
        List<Post> unknown(String titel);

        @Find
        List<Post> relation(String comments);

        @Find
        List<Post> typed(@By("rating") String number);

        @Find
        Post key(@By(By.ID) long id);

        @Find
        @OrderBy("createdAt")
        List<Post> unsorted();

        @Find
        @OrderBy("rating")
        List<Post> misSorted(String title);
    }

    /** Its id is one value, and the key has two. */
    interface SingleId extends CrudRepository<Visit, String> {}

    /** A number in a text is not sorted as a number. */
    interface NumberInText extends DataRepository<Visit, List<Object>> {

        @Find
        @OrderBy("day")
        @OrderBy("number")
        List<Visit> ofGuest(String guest);
    }

    /** With operations that its API does not have. */
    interface Disabled extends DataRepository<Visit, List<Object>> {

        @Insert
        void add(Visit visit);

        @Find
        Optional<Visit> byId(@By(By.ID) List<Object> key);

        @Find
        List<Visit> ofGuest(@By("guest") String guest);
    }

    /** About nothing of ours. */
    interface OfNobody extends CrudRepository<String, String> {}

    /** About two models. */
    @Repository
    interface OfTwo {

        @Insert
        void post(Post post);

        @Insert
        void visit(Visit visit);
    }

    /** Without one of the built-in interfaces. */
    @Repository
    interface Bare {

        @Insert
        Post add(Post post);
    }

    /** For somebody else. */
    @Repository(provider = "Other", dataStore = "db")
    interface Foreign extends CrudRepository<Post, String> {}

    /** For us, by name. */
    @Repository(provider = ModelRepository.PROVIDER)
    interface Named extends CrudRepository<Post, String> {}

    private final ModelSchemas schemas = new ModelSchemas(RepositorySchema::config);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            jdql      | @Query has no way to AppSync. Use @Find, or a default method over ModelOperations.
            findByTitle | has none of @Insert, @Update, @Save, @Delete and @Find, and its name is no query. Annotate it, or make it a default method.
            both      | has more than one of @Insert, @Update, @Save, @Delete and @Find. Leave all but one out.
            counting  | takes Post, a List or an array of it, and returns the same, or nothing. Change its signature.
            fields    | must take one parameter: Post, a List or an array of it. Change its signature.
            set       | takes Post, a List or an array of it, and returns the same, or nothing. Change its signature.
            iterable  | takes Post, a List or an array of it, and returns nothing. Change its signature.
            returning | must return void, int or long. Change its return type.
            limited   | must take fields alone. Leave limit, page and order out.
            titles    | must return Post, or an Optional, List, Stream, array, Page or CursoredPage of it. Change its return type.
            unpaged   | returns a page, and takes no PageRequest. Add one.
            twice     | takes both a PageRequest and a Limit. Leave one out.
            limits    | takes more than one Limit. Leave all but one out.
            sorted    | returns one record, and takes a limit, a page or an order. Leave it out.
            same      | names title twice. Leave one out.
            ordered   | @OrderBy needs @Find. Leave it out.
            unknown   | titel is no field of model Post that can be asked for. Name one, by the parameter or by @By.
            relation  | comments is no field of model Post that can be asked for. Name one, by the parameter or by @By.
            typed     | rating is of type Integer in the record. Give the parameter that type.
            key       | id is of type String in the record. Give the parameter that type.
            unsorted  | @OrderBy: no index that is asked sorts model Post by createdAt. Ask for an index by its partition key, and for the order of its sort key, or sort what comes back.
            misSorted | @OrderBy: no index that is asked sorts model Post by rating. Ask for an index by its partition key, and for the order of its sort key, or sort what comes back.
            """)
    void aMethodThatCannotBeIsToldWithItsRemedy(String method, String fault) {
        assertThat(Repositories.faults(Wrong.class, schemas))
                .contains(Wrong.class.getName() + "." + method + ": " + fault);
    }

    @Test
    void everyFaultIsToldOnce() {
        assertThat(Repositories.faults(Wrong.class, schemas)).hasSize(22).doesNotHaveDuplicates();
        assertThat(Repositories.faults(Wrong.class)).as("without a schema").hasSize(16);
    }

    @ParameterizedTest
    @ValueSource(classes = {Posts.class, Visits.class, Bare.class, Named.class})
    void whatCanBeIsNotFaulted(Class<?> type) {
        assertThat(Repositories.faults(type, schemas)).isEmpty();
    }

    @Test
    void theIdOfAKeyOfSeveralFieldsMustBeAList() {
        assertThat(Repositories.faults(SingleId.class, schemas))
                .containsExactly(
                        SingleId.class.getName()
                                + ".deleteById: the id of model Visit has several fields, [place, day]. Make it a List of their values.",
                        SingleId.class.getName()
                                + ".findById: the id of model Visit has several fields, [place, day]. Make it a List of their values.");
    }

    @Test
    void whatTheApiDoesNotHaveIsAFault() {
        String schema = RepositorySchema.text()
                .replaceAll(
                        "(\"type\": \"model\",\\s+\"properties\": )\\{}",
                        "$1{\"queries\": {\"get\": null, \"list\": null}, \"mutations\": {\"create\": null}}");
        ModelSchemas some = new ModelSchemas(() -> AmplifyConfig.builder()
                .graphQl(api -> api.endpoint("https://api.test/graphql").modelIntrospection(schema))
                .build());

        assertThat(Repositories.faults(Disabled.class, some))
                .hasSize(2)
                .anyMatch(fault -> fault.contains("add: the API has no create for model Visit."))
                .anyMatch(fault -> fault.contains("byId: the API has no get for model Visit."));
    }

    @Test
    void aNumberInATextIsNoOrder() {
        assertThat(Repositories.faults(NumberInText.class, schemas))
                .singleElement()
                .asString()
                .contains("sorts model Visit by day, number");
    }

    @Test
    void aRepositoryIsAboutOneModel() {
        assertThat(Repositories.faults(OfNobody.class, schemas))
                .singleElement()
                .asString()
                .contains("must be about one class with @Model, and is about 0");
        assertThat(Repositories.faults(OfTwo.class, schemas))
                .singleElement()
                .asString()
                .contains("and is about 2");
    }

    @Test
    void aClassAnotherProviderAndADataStoreAreFaults() {
        assertThat(Repositories.faults(Foreign.class, schemas))
                .anyMatch(fault -> fault.contains("names another provider than \"Amplify\""))
                .anyMatch(fault -> fault.contains("names a data store"));
        assertThat(Repositories.faults(Post.class, schemas)).anyMatch(fault -> fault.contains("must be an interface"));
    }

    @Test
    void onlyWhatIsForUsIsOurs() {
        assertThat(List.of(Posts.class, Bare.class, Named.class, OfTwo.class)).allMatch(Repositories::areOurs);
        assertThat(List.of(Foreign.class, OfNobody.class, Visits.class)).noneMatch(Repositories::areOurs);
    }

    @Test
    void aFaultyRepositoryIsNotMade() {
        SessionModels models = new SessionModels(new RecordingGraphQL(), RepositorySchema::config);

        assertThatExceptionOfType(MappingException.class)
                .isThrownBy(() -> Repositories.create(Wrong.class, models))
                .withMessageContaining("jdql: @Query has no way to AppSync");
    }
}
