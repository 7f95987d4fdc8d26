/**
 * What the application configured, checked: MicroProfile Config keys under {@code amplify.} become immutable records.
 *
 * <p>{@link org.amplifyjakarta.config.AmplifyConfig} is the whole, {@link org.amplifyjakarta.config.ConfigKey} lists every
 * key with its default, {@link org.amplifyjakarta.config.ConfigReader} reads them and reports all faults at once. Amplify's
 * own files arrive as one more source of these keys, see {@code org.amplifyjakarta.config.outputs}. Log and fault codes:
 * {@code AMP-1001} to {@code AMP-1499}.
 */
@NullMarked
package org.amplifyjakarta.config;

import org.jspecify.annotations.NullMarked;
