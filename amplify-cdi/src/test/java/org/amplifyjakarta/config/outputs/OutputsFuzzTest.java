package org.amplifyjakarta.config.outputs;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;

/** Whatever a file holds, it is values or a fault, never a failure. In {@code verify} on the corpus, longer by -Pfuzz. */
class OutputsFuzzTest {

    @FuzzTest(maxDuration = "2m")
    void file(FuzzedDataProvider data) {
        OutputsFile file = OutputsFile.of("fuzz", data.consumeRemainingAsString());

        if (file.fault() != null && !file.values().isEmpty()) {
            throw new AssertionError("a fault and values");
        }
    }
}
