/**
 * Amplify's own files as a source of configuration: {@code amplify_outputs.json} (Gen 2),
 * {@code amplifyconfiguration.json} and {@code aws-exports.js} (Gen 1).
 *
 * <p>{@link org.amplifyjakarta.config.outputs.OutputsConfigSourceProvider} finds the file,
 * {@code OutputsFile} reads and recognizes it, {@code Gen1} and {@code Gen2} turn it into keys of
 * {@link org.amplifyjakarta.config.ConfigKey}. Whatever is wrong with a file is reported at deployment with all other
 * faults.
 */
@NullMarked
package org.amplifyjakarta.config.outputs;

import org.jspecify.annotations.NullMarked;
