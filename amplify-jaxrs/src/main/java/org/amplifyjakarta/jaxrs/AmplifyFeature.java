package org.amplifyjakarta.jaxrs;

import jakarta.ws.rs.core.Feature;
import jakarta.ws.rs.core.FeatureContext;
import org.amplifyjakarta.jaxrs.authentication.AmplifyAuthenticationFilter;
import org.amplifyjakarta.jaxrs.authentication.ExchangeFilter;
import org.amplifyjakarta.jaxrs.authorization.GuardFilter;
import org.amplifyjakarta.jaxrs.authorization.OriginFilter;
import org.amplifyjakarta.jaxrs.problem.AmplifyExceptionMapper;
import org.amplifyjakarta.jaxrs.problem.GraphQLExceptionMapper;
import org.amplifyjakarta.jaxrs.problem.NotAuthorizedRequestExceptionMapper;
import org.amplifyjakarta.jaxrs.problem.RestApiExceptionMapper;
import org.amplifyjakarta.jaxrs.problem.StorageExceptionMapper;

/**
 * Registers this library's filters and its exception mappers with a Jakarta REST application. Found by its services file;
 * where a server does not look there, name it in {@code Application.getClasses()}.
 */
public class AmplifyFeature implements Feature {

    @Override
    public boolean configure(FeatureContext context) {
        if (context.getConfiguration().isRegistered(AmplifyAuthenticationFilter.class)) {
            return false;
        }
        context.register(ExchangeFilter.class);
        context.register(OriginFilter.class);
        context.register(AmplifyAuthenticationFilter.class);
        context.register(GuardFilter.class);
        context.register(AmplifyExceptionMapper.class);
        context.register(StorageExceptionMapper.class);
        context.register(RestApiExceptionMapper.class);
        context.register(GraphQLExceptionMapper.class);
        context.register(NotAuthorizedRequestExceptionMapper.class);
        return true;
    }
}
