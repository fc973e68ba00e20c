package jp.kenpo.portal.journey;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A request as it goes over the wire: also with what no client sends, an address that is none, a host twice, a method
 * that nobody knows.
 */
final class WireRequest {

    /** For the last of some hundred requests on a busy machine. */
    private static final int LONGEST_WAIT_MILLIS = 300_000;

    private static final Pattern BUTTON = Pattern.compile("(?:^|&)(button-[a-z-]+)=");

    private final String method;
    private final String target;
    private final List<String> headers = new ArrayList<>();
    private byte[] body = {};

    private WireRequest(String method, String target) {
        this.method = method;
        this.target = target;
    }

    /** @param target as it is to be sent; one character a byte */
    static WireRequest of(String method, String target) {
        return new WireRequest(method, target);
    }

    static WireRequest get(String target) {
        return of("GET", target);
    }

    /** A form as the portal's own pages send it. */
    static WireRequest post(String target, String form) {
        return of("POST", target).with("Sec-Fetch-Site", "same-origin").form(form);
    }

    /** Another header, beside those of the same name. */
    WireRequest with(String name, String value) {
        headers.add(name + ": " + value);
        return this;
    }

    /** Instead of what it has of that name. */
    WireRequest butWith(String name, String value) {
        headers.removeIf(header -> isNamed(header, name));
        return with(name, value);
    }

    WireRequest without(String name) {
        headers.removeIf(header -> isNamed(header, name));
        return this;
    }

    WireRequest form(String form) {
        return body("application/x-www-form-urlencoded", form.getBytes(UTF_8));
    }

    WireRequest body(String type, byte[] bytes) {
        body = bytes.clone();
        butWith("Content-Length", Integer.toString(body.length));
        return butWith("Content-Type", type);
    }

    /** The same in chunks, without saying how long it is. */
    WireRequest inChunks() {
        ByteArrayOutputStream chunks = new ByteArrayOutputStream();
        chunks.writeBytes((Integer.toHexString(body.length) + "\r\n").getBytes(ISO_8859_1));
        chunks.writeBytes(body);
        chunks.writeBytes("\r\n0\r\n\r\n".getBytes(ISO_8859_1));
        body = chunks.toByteArray();
        return without("Content-Length").with("Transfer-Encoding", "chunked");
    }

    String target() {
        return target;
    }

    /** The button that a form was sent with; empty where there is none. */
    String button() {
        Matcher pressed = BUTTON.matcher(new String(body, ISO_8859_1));
        return pressed.find() ? pressed.group(1) : "";
    }

    boolean has(String name) {
        return headers.stream().anyMatch(header -> isNamed(header, name));
    }

    private static boolean isNamed(String header, String name) {
        return header.regionMatches(true, 0, name + ":", 0, name.length() + 1);
    }

    /** The answer of whoever listens on this machine. */
    Answer send(int port) {
        try (Socket socket = connect(port)) {
            write(socket, body);
            return Answer.of(read(socket));
        } catch (IOException e) {
            throw new UncheckedIOException(this + " failed", e);
        }
    }

    /** A connection over which only the head of the request and this many bytes of its body went so far. */
    Socket begin(int port, int bytes) {
        try {
            Socket socket = connect(port);
            write(socket, new String(body, ISO_8859_1).substring(0, bytes).getBytes(ISO_8859_1));
            return socket;
        } catch (IOException e) {
            throw new UncheckedIOException(this + " failed", e);
        }
    }

    private static Socket connect(int port) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(LONGEST_WAIT_MILLIS);
        return socket;
    }

    private void write(Socket socket, byte[] content) throws IOException {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        whole.writeBytes((method + " " + target + " HTTP/1.1\r\n").getBytes(ISO_8859_1));
        for (String header : headers) {
            whole.writeBytes((header + "\r\n").getBytes(ISO_8859_1));
        }
        whole.writeBytes("Connection: close\r\n\r\n".getBytes(ISO_8859_1));
        whole.writeBytes(content);
        try {
            socket.getOutputStream().write(whole.toByteArray());
        } catch (SocketException refused) {
            // Whoever refuses a form need not read it to its end; the answer says so.
        }
    }

    private byte[] read(Socket socket) throws IOException {
        ByteArrayOutputStream read = new ByteArrayOutputStream();
        InputStream in = socket.getInputStream();
        byte[] some = new byte[16 * 1024];
        try {
            for (int length = in.read(some); length >= 0; length = in.read(some)) {
                read.write(some, 0, length);
            }
        } catch (SocketException closed) {
            // The same.
        }
        return read.toByteArray();
    }

    @Override
    public String toString() {
        return method + " " + target.substring(0, Math.min(target.length(), 200));
    }
}
