package org.amplifyjakarta.it.deployment;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.management.JMException;
import javax.management.ObjectName;

/** Looks at the server's own Java machine: threads and classes of this library, after a collection. */
@WebServlet("/left")
public class InspectorServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private static final Pattern RUNTIMES =
            Pattern.compile("\\s(\\d+)\\s+\\d+\\s+org\\.amplifyjakarta\\.wiring\\.AmplifyRuntime\\s");

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.getWriter().print(threads("amplify-") + " " + runtimes() + " " + threads("hz."));
    }

    private static long threads(String prefix) {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith(prefix))
                .count();
    }

    /** Counts living runtimes; the histogram collects garbage first. */
    private static int runtimes() throws IOException {
        try {
            Object histogram = ManagementFactory.getPlatformMBeanServer()
                    .invoke(
                            new ObjectName("com.sun.management:type=DiagnosticCommand"),
                            "gcClassHistogram",
                            new Object[] {new String[0]},
                            new String[] {String[].class.getName()});
            int count = 0;
            for (Matcher found = RUNTIMES.matcher(String.valueOf(histogram)); found.find(); ) {
                count += Integer.parseInt(found.group(1));
            }
            return count;
        } catch (JMException e) {
            throw new IOException(e);
        }
    }
}
