package org.amplifyjakarta.storage;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/**
 * The S3 clients of an application: one a region, shared by all users, who bring their credentials with each call.
 *
 * <p>Safe for concurrent use. Whoever makes one closes it.
 */
final class S3Clients implements AutoCloseable {

    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration SILENCE = Duration.ofSeconds(30);
    private static final int MAX = 100;

    private final Map<Site, S3Client> clients = new ConcurrentHashMap<>();
    private final Map<Site, S3Presigner> presigners = new ConcurrentHashMap<>();
    private final SdkHttpClient http = UrlConnectionHttpClient.builder()
            .connectionTimeout(CONNECT)
            .socketTimeout(SILENCE)
            .build();

    /** Where a bucket is. */
    record Site(String region, @Nullable URI endpoint, boolean accelerated) {}

    S3Client client(Site site) {
        bound(clients, site);
        return clients.computeIfAbsent(site, this::open);
    }

    S3Presigner presigner(Site site) {
        bound(presigners, site);
        return presigners.computeIfAbsent(site, S3Clients::openPresigner);
    }

    @Override
    public void close() {
        clients.values().forEach(S3Client::close);
        presigners.values().forEach(S3Presigner::close);
        http.close();
    }

    private static void bound(Map<Site, ?> open, Site site) {
        if (open.size() >= MAX && !open.containsKey(site)) {
            throw StorageMessages.of(
                    "InvalidStorageBucket",
                    "more than " + MAX + " regions were named.",
                    "Take regions from configuration, not from requests.");
        }
    }

    private S3Client open(Site site) {
        return S3Client.builder()
                .region(Region.of(site.region()))
                .endpointOverride(site.endpoint())
                .credentialsProvider(AnonymousCredentialsProvider.create())
                .httpClient(http)
                .serviceConfiguration(configuration(site))
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
                .build();
    }

    private static S3Presigner openPresigner(Site site) {
        return S3Presigner.builder()
                .region(Region.of(site.region()))
                .endpointOverride(site.endpoint())
                .credentialsProvider(AnonymousCredentialsProvider.create())
                .serviceConfiguration(configuration(site))
                .build();
    }

    private static S3Configuration configuration(Site site) {
        return S3Configuration.builder()
                .pathStyleAccessEnabled(site.endpoint() != null)
                .accelerateModeEnabled(site.accelerated())
                .build();
    }
}
