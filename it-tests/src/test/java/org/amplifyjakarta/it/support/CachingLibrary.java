package org.amplifyjakarta.it.support;

import java.io.File;
import java.util.Arrays;
import java.util.Locale;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.spec.JavaArchive;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** Caching providers of JCache, by the jars that they take. */
public enum CachingLibrary {
    HAZELCAST("com.hazelcast.cache.HazelcastMemberCachingProvider", "hazelcast-"),
    INFINISPAN(
            "org.infinispan.jcache.embedded.JCachingProvider",
            "infinispan-|protostream-|jgroups-|jboss-threads-|jboss-logging-\\d|wildfly-common-|smallrye-common-"
                    + "|rxjava-|reactive-streams-|jackson-core-");

    private final String type;
    private final String jars;

    CachingLibrary(String type, String jars) {
        this.type = type;
        this.jars = jars;
    }

    /** Returns the class of the provider. */
    public String type() {
        return type;
    }

    /** Returns its configuration for two servers, on the class path of the tests. */
    public String file() {
        return "store/" + name().toLowerCase(Locale.ROOT) + ".xml";
    }

    /** Returns a file of the class path as the provider takes it. */
    public String uri(String file) {
        return this == HAZELCAST ? "classpath:" + file : file;
    }

    /** Adds the provider to an application, and its configuration. */
    public WebArchive addTo(WebArchive archive, String file) {
        String path = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        Arrays.stream(path.split(File.pathSeparator))
                .map(File::new)
                .filter(jar -> jar.getName().matches("(?:cache-api-|" + jars + ").*\\.jar"))
                .map(jar -> ShrinkWrap.createFromZipFile(JavaArchive.class, jar))
                // infinispan-jcache names classes there that it does not have
                .peek(jar -> jar.delete("META-INF/beans.xml"))
                .forEach(archive::addAsLibrary);
        return archive.addAsResource(file, file)
                .addAsWebInfResource("store/jboss-deployment-structure.xml", "jboss-deployment-structure.xml");
    }
}
