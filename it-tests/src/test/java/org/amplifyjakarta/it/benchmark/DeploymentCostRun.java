package org.amplifyjakarta.it.benchmark;

import java.io.File;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.amplifyjakarta.it.deployment.PlainApplication;
import org.amplifyjakarta.it.support.Deployments;
import org.jboss.arquillian.container.test.api.Deployer;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * What this library adds to a deployment: one application with and without it, by turns, the medians compared. By hand:
 * {@code mvn verify -Dit.test=DeploymentCostRun -DskipUnitTests=true}.
 */
@ExtendWith(ArquillianExtension.class)
class DeploymentCostRun {

    private static final int ROUNDS = 15;

    @ArquillianResource
    private Deployer deployer;

    @Deployment(name = "with", managed = false, testable = false)
    static WebArchive with() {
        return Deployments.sample("with", Map.of()).addClasses(PlainApplication.class, PlainApplication.Plain.class);
    }

    @Deployment(name = "unconfigured", managed = false, testable = false)
    static WebArchive unconfigured() {
        return Deployments.libraries("unconfigured").addClasses(PlainApplication.class, PlainApplication.Plain.class);
    }

    @Deployment(name = "without", managed = false, testable = false)
    static WebArchive without() {
        return Deployments.bare("without")
                .addClasses(PlainApplication.class, PlainApplication.Plain.class)
                .addAsWebInfResource(new File("src/main/webapp/WEB-INF/beans.xml"));
    }

    @Test
    void compare() {
        List<Long> with = new ArrayList<>();
        List<Long> without = new ArrayList<>();
        List<Long> unconfigured = new ArrayList<>();
        for (int i = 0; i < ROUNDS; i++) {
            without.add(millis("without"));
            with.add(millis("with"));
            unconfigured.add(millis("unconfigured"));
        }
        System.out.println(System.getProperty("arquillian.launch") + ": deployed in " + median(with)
                + " ms with the library, in " + median(without) + " ms without, jars alone " + median(unconfigured));
    }

    private long millis(String name) {
        long start = System.nanoTime();
        deployer.deploy(name);
        long millis = (System.nanoTime() - start) / 1_000_000;
        deployer.undeploy(name);
        return millis;
    }

    private static long median(List<Long> values) {
        Collections.sort(values);
        return values.get(values.size() / 2);
    }
}
