package org.amplifyjakarta.session;

import org.amplifyjakarta.config.AmplifyConfig;
import org.amplifyjakarta.http.AmplifyRequest;

/**
 * Picks the configuration that a request belongs to, for applications that serve several user pools or tenants. Asked
 * once a request, when its session is first needed.
 *
 * <p>Without a bean of this type every request belongs to the application's one {@link AmplifyConfig}. To replace it,
 * make a bean; its scope is the application's choice, and so is its life cycle. Must be safe for concurrent use and
 * return one of a fixed set: for each distinct configuration a client, keys and caches are kept until undeployment, and
 * nothing is shared between two of them.
 */
@FunctionalInterface
public interface AmplifyConfigResolver {

    /**
     * Returns the configuration of a request.
     *
     * @throws RuntimeException if the request belongs to none; it fails then
     */
    AmplifyConfig resolve(AmplifyRequest request);
}
