package org.amplifyjakarta.it.sample;

import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServletResponse;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;

/**
 * A page that is a file. It is written and not forwarded to: after an upgrade to HTTP/2, Open Liberty 26.0.0.3 never ends
 * the answer with a forwarded file, a welcome file included.
 */
record PageFile(String path) {

    void write(ServletContext application, HttpServletResponse response) throws IOException {
        response.setContentType("text/html;charset=UTF-8");
        try (InputStream page = application.getResourceAsStream(path)) {
            if (page == null) {
                throw new FileNotFoundException(path);
            }
            page.transferTo(response.getOutputStream());
        }
    }
}
