package org.amplifyjakarta.ssr;

import org.amplifyjakarta.datastore.AmplifyDataStore;

/**
 * What {@code withSSRContext} gives: {@code SSR.Auth}, {@code SSR.API} and {@code SSR.DataStore}. Safe for concurrent use, and
 * ends with its request or operation; after that every use throws {@code AmplifyServerContextError}.
 */
public record SsrContext(SsrAuth auth, SsrApi api, AmplifyDataStore dataStore) {}
