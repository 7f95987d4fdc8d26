package org.amplifyjakarta.faces.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PageScanTest {

    @TempDir
    private Path application;

    @Test
    void pagesAreFoundInAllFoldersButThoseThatNobodyReaches() throws Exception {
        page("home.xhtml", "path=\"/\"");
        page("pages/deep/post.xhtml", "path=\"/posts/{id}\"");
        page("WEB-INF/hidden.xhtml", "path=\"/hidden\"");
        page("META-INF/hidden.xhtml", "path=\"/hidden\"");
        page("resources/ez/part.xhtml", "path=\"/hidden\"");
        page("contracts/blue/template.xhtml", "path=\"/hidden\"");
        page("other.html", "path=\"/hidden\"");
        write("plain.xhtml", "<html xmlns=\"http://www.w3.org/1999/xhtml\"/>");

        PageScan scan = scan();

        assertThat(scan.faults()).isEmpty();
        assertThat(scan.routes().routes())
                .extracting(PageRoute::viewId, route -> route.pattern().toString())
                .containsExactlyInAnyOrder(tuple("/home.xhtml", "/"), tuple("/pages/deep/post.xhtml", "/posts/{id}"));
    }

    @Test
    void theElementIsKnownByItsNamespaceAndNotByItsPrefix() throws Exception {
        write("one.xhtml", "<a xmlns:x=\"amplify.faces\"><x:page path=\"/one\"/></a>");
        write("two.xhtml", "<a xmlns:amplify=\"another\" title=\"amplify.faces\"><amplify:page path=\"/two\"/></a>");
        write("three.xhtml", "<a xmlns:amplify=\"amplify.faces\"><!-- <amplify:page path=\"/three\"/> --></a>");
        write(
                "four.xhtml",
                "<a xmlns:amplify=\"amplify.faces\" xmlns:ui=\"jakarta.faces.facelets\">"
                        + "<ui:remove><b/><amplify:page path=\"/four\"/></ui:remove></a>");

        assertThat(scan().faults()).isEmpty();
        assertThat(scan().routes().routes()).extracting(PageRoute::viewId).containsExactly("/one.xhtml");
    }

    @Test
    void allFaultsAreToldTogether() throws Exception {
        page("a.xhtml", "path=\"/posts/{id}\"");
        page("b.xhtml", "path=\"/posts/{slug}\"");
        page("c.xhtml", "path=\"posts\"");
        page("d.xhtml", "path=\"/d\" render=\"static\"");
        page("e.xhtml", "");
        page("f.xhtml", "path=\"/f\"/><amplify:page path=\"/g\"");
        page("folder/h.xhtml", "path=\"/folder\"");
        page("i;.xhtml", "path=\"/i\"");
        write("j.xhtml", "<a xmlns:amplify=\"amplify.faces\"><br></a>");
        write("k.xhtml", "<a><br></a>");

        assertThat(scan().faults())
                .anySatisfy(fault ->
                        assertThat(fault).startsWith("/b.xhtml: /posts/{slug} could be /posts/{id} of /a.xhtml"))
                .anySatisfy(fault -> assertThat(fault).startsWith("/c.xhtml: path (\"posts\") is none."))
                .anySatisfy(
                        fault -> assertThat(fault).startsWith("/d.xhtml: the page element knows no attribute render"))
                .anySatisfy(fault -> assertThat(fault).startsWith("/e.xhtml: the page element has no path."))
                .anySatisfy(fault -> assertThat(fault).startsWith("/f.xhtml: has several page elements."))
                .anySatisfy(fault -> assertThat(fault).startsWith("/folder/h.xhtml: /folder is a folder too"))
                .anySatisfy(fault -> assertThat(fault).startsWith("/i;.xhtml: the name of a page's file"))
                .anySatisfy(fault -> assertThat(fault).startsWith("/j.xhtml, line 1, column "))
                .hasSize(8);
    }

    @Test
    void faultsStopTheApplication() throws Exception {
        page("a.xhtml", "path=\"a\"");
        page("b.xhtml", "path=\"b\"");
        FileApplication files = new FileApplication(application);

        new PageInitializer().onStartup(null, files.context());

        ServletContextListener listener = files.listeners().get(0);
        assertThatThrownBy(() -> listener.contextInitialized(new ServletContextEvent(files.context())))
                .hasMessageContainingAll("AMP-7101", "/a.xhtml", "/b.xhtml");
    }

    @Test
    @Tag("R-01")
    void nothingThatASourceNamesIsLoaded() throws Exception {
        Path secret = Files.writeString(application.resolve("secret"), "/stolen");
        write(
                "external.xhtml",
                "<!DOCTYPE a [<!ENTITY x SYSTEM \"" + secret.toUri() + "\">]>"
                        + "<a xmlns:amplify=\"amplify.faces\"><amplify:page path=\"/&x;\"/></a>");
        write(
                "doctype.xhtml",
                "<!DOCTYPE html PUBLIC \"-//W3C//DTD XHTML 1.0 Transitional//EN\" \"file:///nowhere/xhtml1.dtd\">"
                        + "<a xmlns:amplify=\"amplify.faces\">&nbsp;<amplify:page path=\"/doctype\"/></a>");

        PageScan scan = scan();

        assertThat(scan.faults()).noneSatisfy(fault -> assertThat(fault).contains("stolen"));
        assertThat(scan.routes().routes())
                .extracting(route -> route.pattern().toString())
                .containsExactly("/doctype");
    }

    private PageScan scan() throws IOException {
        return PageScan.of(new FileApplication(application).context());
    }

    private void page(String file, String attributes) throws IOException {
        write(file, "<!DOCTYPE html><html xmlns:amplify=\"amplify.faces\"><amplify:page " + attributes + "/></html>");
    }

    private void write(String file, String content) throws IOException {
        Path path = application.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, content);
    }
}
