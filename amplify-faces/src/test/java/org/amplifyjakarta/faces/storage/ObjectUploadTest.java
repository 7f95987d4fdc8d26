package org.amplifyjakarta.faces.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.amplifyjakarta.faces.storage.UploadOutcome.Done;
import org.amplifyjakarta.faces.storage.UploadOutcome.Rejected;
import org.amplifyjakarta.storage.RecordingStorage;
import org.amplifyjakarta.storage.StorageOptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("P-08")
class ObjectUploadTest {

    private static final String ID = "[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}";

    private final RecordingStorage storage = new RecordingStorage();
    private final ObjectUpload upload =
            new ObjectUpload(storage, StorageOptions.DEFAULT, "public/", AcceptedFiles.of("image/*, .txt"), 10);

    @Test
    @Tag("P-01")
    void thePathHasARandomNameAndTheExtension() throws Exception {
        Done done = (Done) upload.write(new TextPart("../private/x/photo.PNG", "0123456789"));

        assertThat(done.object().getPath()).matches("public/" + ID + "\\.png");
        assertThat(done.object().getFileName()).isEqualTo("photo.PNG");
        assertThat(storage.text(done.object().getPath())).isEqualTo("0123456789");
        assertThat(storage.type(done.object().getPath())).isEqualTo("image/png");
        assertThat(storage.lastUpload().contentDisposition()).isNull();
    }

    @Test
    void whatIsNoPictureIsKeptAsAnAttachment() throws Exception {
        upload.write(new TextPart("a.txt", "x"));

        assertThat(storage.lastUpload().contentDisposition()).isEqualTo("attachment");
    }

    @Test
    void anEmptyFileIsAFile() throws Exception {
        assertThat(upload.write(new TextPart("a.txt", ""))).isInstanceOf(Done.class);
    }

    @Test
    void nothingIsWrittenOfWhatIsRefused() throws Exception {
        assertThat(upload.write(new TextPart("a.txt", "0123456789+"))).isEqualTo(Rejected.TOO_LARGE);
        assertThat(upload.write(new TextPart("a.html", "x"))).isEqualTo(Rejected.OTHER_TYPE);
        assertThat(upload.write(new TextPart("", ""))).isEqualTo(Rejected.NO_FILE);

        assertThat(storage.paths()).isEmpty();
    }

    @Test
    void aPlaceIsSignedForTheTypeOfTheFile() {
        ObjectUpload.Place place = upload.place(FileName.of("a.txt"));

        assertThat(place.path()).matches("public/" + ID + "\\.txt");
        assertThat(place.url().headers())
                .isEqualTo(Map.of("Content-Type", List.of("text/plain"), "Content-Disposition", List.of("attachment")));
    }

    @Test
    void whatAScriptHasPutThereIsTakenAsItIs() {
        String path = upload.place(FileName.of("a.png")).path();
        storage.put(path, "0123", "image/png");

        assertThat(upload.verify(path, FileName.of("a.png")))
                .isInstanceOfSatisfying(
                        Done.class, done -> assertThat(done.object().getSize()).isEqualTo(4));
    }

    @Test
    void whatAScriptHasNotPutThereIsNotTaken() {
        assertThat(upload.verify("public/gone.png", FileName.of("a.png"))).isEqualTo(Rejected.NOT_THERE);
    }

    @Test
    void whatIsTooLargeOrOfAnotherTypeIsRemoved() {
        String large = upload.place(FileName.of("a.png")).path();
        String page = upload.place(FileName.of("b.png")).path();
        storage.put(large, "0123456789+", "image/png");
        storage.put(page, "<script>", "text/html");

        assertThat(upload.verify(large, FileName.of("a.png"))).isEqualTo(Rejected.TOO_LARGE);
        assertThat(upload.verify(page, FileName.of("b.png"))).isEqualTo(Rejected.OTHER_TYPE);

        assertThat(storage.paths()).isEmpty();
    }
}
