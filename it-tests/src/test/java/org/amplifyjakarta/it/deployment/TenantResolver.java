package org.amplifyjakarta.it.deployment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.amplifyjakarta.config.AmplifyConfig;
import org.amplifyjakarta.config.AmplifyConfigs;
import org.amplifyjakarta.http.AmplifyRequest;
import org.amplifyjakarta.session.AmplifyConfigResolver;

/** Takes the tenant that a header names, as an application would take it from the host name. */
@ApplicationScoped
public class TenantResolver implements AmplifyConfigResolver {

    @Inject
    AmplifyConfigs configs;

    @Override
    public AmplifyConfig resolve(AmplifyRequest request) {
        return configs.named().getOrDefault(request.header("X-Tenant").orElse(""), configs.own());
    }
}
