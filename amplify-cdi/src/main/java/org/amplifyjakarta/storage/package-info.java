/**
 * The Storage category on the server, over the AWS SDK's S3 client. Needs {@code software.amazon.awssdk:s3} on the class
 * path; without it there is no {@link org.amplifyjakarta.storage.AmplifyStorage} to inject, and nothing else is missing.
 */
@NullMarked
package org.amplifyjakarta.storage;

import org.jspecify.annotations.NullMarked;
