package org.amplifyjakarta.faces.authenticator;

import io.nayuki.qrcodegen.QrCode;
import jakarta.faces.context.ResponseWriter;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.amplifyjakarta.authentication.NextStep;

/**
 * The secret of an authenticator app as a picture that the app reads: drawn in the page itself, so that no request carries it.
 *
 * @param issuer what the app shows above the user's name
 * @see <a href="https://github.com/google/google-authenticator/wiki/Key-Uri-Format">Key URI format</a>
 */
record TotpQrCode(String issuer, NextStep.SetUpTotp totp) {

    private static final int BORDER = 4;

    /** Writes it, for those who see it and for those who do not. */
    void write(ResponseWriter writer, String label) throws IOException {
        QrCode code = QrCode.encodeText(address(), QrCode.Ecc.MEDIUM);
        int size = code.size + 2 * BORDER;
        writer.startElement("svg", null);
        writer.writeAttribute("class", "amplify-qr-code", null);
        writer.writeAttribute("role", "img", null);
        writer.writeAttribute("aria-label", label, null);
        writer.writeAttribute("viewBox", "0 0 " + size + " " + size, null);
        writer.writeAttribute("shape-rendering", "crispEdges", null);
        writer.startElement("path", null);
        writer.writeAttribute("d", "M0 0h" + size + "v" + size + "h-" + size + "z", null);
        writer.writeAttribute("fill", "#fff", null);
        writer.endElement("path");
        writer.startElement("path", null);
        writer.writeAttribute("d", modules(code), null);
        writer.writeAttribute("fill", "#000", null);
        writer.endElement("path");
        writer.endElement("svg");
    }

    private String address() {
        return "otpauth://totp/" + encoded(issuer) + ":" + encoded(totp.username()) + "?secret="
                + totp.sharedSecret().reveal() + "&issuer=" + encoded(issuer);
    }

    private static String modules(QrCode code) {
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < code.size; y++) {
            for (int x = 0; x < code.size; x++) {
                if (code.getModule(x, y)) {
                    path.append('M')
                            .append(x + BORDER)
                            .append(' ')
                            .append(y + BORDER)
                            .append("h1v1h-1z");
                }
            }
        }
        return path.toString();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** Shows the issuer alone. */
    @Override
    public String toString() {
        return "TotpQrCode[" + issuer + "]";
    }
}
