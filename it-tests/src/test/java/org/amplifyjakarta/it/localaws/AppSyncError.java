package org.amplifyjakarta.it.localaws;

import graphql.ErrorClassification;
import graphql.ErrorType;
import graphql.GraphQLError;
import graphql.execution.ResultPath;
import graphql.language.SourceLocation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An error as AppSync shows one. */
record AppSyncError(Throwable failure, ResultPath at, SourceLocation where) implements GraphQLError {

    @Override
    public String getMessage() {
        return failure instanceof ServiceError known ? known.text() : String.valueOf(failure.getMessage());
    }

    @Override
    public List<SourceLocation> getLocations() {
        return List.of(where);
    }

    @Override
    public ErrorClassification getErrorType() {
        return ErrorType.DataFetchingException;
    }

    @Override
    public List<Object> getPath() {
        return at.toList();
    }

    @Override
    public Map<String, Object> toSpecification() {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("path", getPath());
        shown.put("data", failure instanceof ServiceError known ? known.data() : null);
        shown.put("errorType", failure instanceof ServiceError known ? known.type() : "InternalFailure");
        shown.put("errorInfo", null);
        shown.put("locations", List.of());
        shown.put("message", getMessage());
        return shown;
    }
}
