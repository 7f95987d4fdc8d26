package org.amplifyjakarta.repository;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.data.Sort;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.amplifyjakarta.schema.IntrospectionReader;
import org.amplifyjakarta.schema.ModelSchema;
import org.junit.jupiter.api.Test;

class AccessTest {

    private static final ModelSchema TASK = IntrospectionReader.read("""
            {"version": 1, "models": {"Task": {"name": "Task", "pluralName": "Tasks", "fields": {
               "id": {"name": "id", "isArray": false, "type": "ID", "isRequired": true},
               "list": {"name": "list", "isArray": false, "type": "ID", "isRequired": true},
               "due": {"name": "due", "isArray": false, "type": "AWSDate", "isRequired": false},
               "room": {"name": "room", "isArray": false, "type": "String", "isRequired": true},
               "title": {"name": "title", "isArray": false, "type": "String", "isRequired": true}},
              "attributes": [
               {"type": "key", "properties": {"name": "byDue", "queryField": "tasksByDue", "fields": ["list", "due"]}},
               {"type": "key", "properties":
                 {"name": "byRoom", "queryField": "tasksByRoom", "fields": ["title", "list", "room"]}}]}}}
            """, false).model("Task");

    @Test
    void anIndexThatMayLackRecordsIsAskedForItsOrderAlone() {
        assertThat(query(Set.of("list"))).isEmpty();
        assertThat(query(Set.of("list"), Sort.asc("due"))).contains("tasksByDue");
        assertThat(query(Set.of("list", "due"))).contains("tasksByDue");
    }

    @Test
    void theLastOfSeveralSortFieldsIsSortedBehindKnownOnes() {
        assertThat(query(Set.of("title", "list"), Sort.desc("room"))).contains("tasksByRoom");
        assertThat(Access.to(TASK, Set.of("title"), List.of(Sort.asc("list")))).isEmpty();
        assertThat(Access.to(TASK, Set.of("title"), List.of(Sort.asc("list"), Sort.asc("room"))))
                .isEmpty();
    }

    private static Optional<String> query(Set<String> known, Sort<?>... order) {
        return Access.to(TASK, known, List.of(order)).map(Access::index).map(index -> Objects.requireNonNull(index)
                .queryField());
    }
}
