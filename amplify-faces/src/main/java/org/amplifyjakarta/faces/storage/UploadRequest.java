package org.amplifyjakarta.faces.storage;

import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.util.Map;
import java.util.Optional;
import org.amplifyjakarta.AmplifyException;
import org.amplifyjakarta.UnavailableException;
import org.amplifyjakarta.faces.FacesServices;
import org.amplifyjakarta.faces.FormRequest;
import org.amplifyjakarta.faces.Texts;
import org.amplifyjakarta.faces.storage.UploadOutcome.Rejected;

/**
 * A form of an upload that was sent: with the file, or by the script, which asks for a place first ({@code for} is {@code place},
 * with {@code name} and {@code size}) and then tells that it has put the file there ({@code path}, {@code ticket}, {@code name}).
 */
record UploadRequest(FacesContext context, FormRequest form, ObjectUpload upload) {

    private static final Logger LOG = System.getLogger(UploadRequest.class.getName());

    boolean isForPlace() {
        return "place".equals(fields().get("for"));
    }

    /** Tells the script where to put the file. */
    void answerPlace() {
        FileName name = ObjectUpload.name(fields().get("name"));
        Optional<Rejected> fault = upload.fault(name, size());
        if (fault.isPresent()) {
            refuse(fault.get());
            return;
        }
        try {
            ObjectUpload.Place place = upload.place(name);
            JsonObjectBuilder headers = Json.createObjectBuilder();
            place.url().headers().forEach((header, values) -> headers.add(header, String.join(", ", values)));
            answer(
                    200,
                    Json.createObjectBuilder()
                            .add("url", place.url().url().toString())
                            .add("headers", headers)
                            .add("path", place.path())
                            .add("ticket", UploadTickets.of(context).ticket(form.id(), user(), place.path())));
        } catch (AmplifyException e) {
            refuse(rejected(e));
        }
    }

    /** Tells the script that there is no place. */
    void refusePlace() {
        refuse(Rejected.REFUSED);
    }

    /** Brings the file into the bucket, or looks whether it is there. */
    UploadOutcome perform() {
        Map<String, String> fields = fields();
        String path = fields.get("path");
        try {
            if (path == null || path.isEmpty()) {
                return write();
            }
            String ticket = fields.getOrDefault("ticket", "");
            return UploadTickets.of(context).isFor(ticket, form.id(), user(), path)
                    ? upload.verify(path, ObjectUpload.name(fields.get("name")))
                    : Rejected.NOT_THERE;
        } catch (AmplifyException e) {
            return rejected(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private UploadOutcome write() throws IOException {
        HttpServletRequest request =
                (HttpServletRequest) context.getExternalContext().getRequest();
        String type = request.getContentType();
        if (type == null || !type.regionMatches(true, 0, "multipart/form-data", 0, 19)) {
            return Rejected.NO_FILE;
        }
        try {
            Part file = request.getPart(form.name("file"));
            return file == null ? Rejected.NO_FILE : upload.write(file);
        } catch (IllegalStateException e) {
            // the server's own limit
            return Rejected.TOO_LARGE;
        } catch (ServletException e) {
            return Rejected.NO_FILE;
        }
    }

    private Rejected rejected(AmplifyException e) {
        boolean unavailable = e instanceof UnavailableException || e.name().equals("NetworkError");
        LOG.log(ObjectComponent.level(e), () -> StorageTagMessages.notUploaded(form.id(), e.name()));
        return unavailable ? Rejected.UNAVAILABLE : Rejected.REFUSED;
    }

    private void refuse(Rejected rejected) {
        answer(
                rejected.status(),
                Json.createObjectBuilder()
                        .add("error", UploadWriter.text(Texts.of(context), rejected, upload.maxSize())));
    }

    private void answer(int status, JsonObjectBuilder json) {
        ExternalContext external = context.getExternalContext();
        external.setResponseStatus(status);
        external.setResponseHeader("Cache-Control", "no-store");
        external.setResponseContentType("application/json");
        external.setResponseCharacterEncoding("UTF-8");
        try {
            external.getResponseOutputWriter().write(json.build().toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        context.responseComplete();
    }

    private long size() {
        try {
            return Long.parseLong(fields().getOrDefault("size", "0"));
        } catch (NumberFormatException e) {
            return Long.MAX_VALUE;
        }
    }

    private Map<String, String> fields() {
        return form.values(context);
    }

    private String user() {
        return FacesServices.of(context)
                .user()
                .map(tokens -> tokens.accessToken().subject())
                .orElse("");
    }
}
