package jp.kenpo.portal.bench;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A connection that is kept, as a browser does it, and costs this process as little as can be: it shares the machine's
 * processors with the portal.
 */
final class Wire implements AutoCloseable {

    private static final int LONGEST_WAIT_MILLIS = 600_000;

    private static final String ZIPPED = "Accept-Encoding: gzip\r\n";

    private final int port;
    private @Nullable Socket socket;
    private @Nullable InputStream in;

    Wire(int port) {
        this.port = port;
    }

    /**
     * What came back.
     *
     * @param bytes of head and body, as they were sent
     */
    record Reply(int status, List<String> headers, byte[] body, int bytes) {

        Optional<String> header(String name) {
            return headers.stream()
                    .filter(line -> line.regionMatches(true, 0, name + ":", 0, name.length() + 1))
                    .map(line -> line.substring(name.length() + 1).strip())
                    .findFirst();
        }

        String text() {
            return new String(body, ISO_8859_1);
        }
    }

    Reply get(String path, String cookies) throws IOException {
        return send("GET " + path + " HTTP/1.1\r\n" + head(cookies) + ZIPPED + "\r\n");
    }

    /** The same, so that it can be read. */
    Reply getPlain(String path, String cookies) throws IOException {
        return send("GET " + path + " HTTP/1.1\r\n" + head(cookies) + "\r\n");
    }

    Reply post(String path, String cookies, String form) throws IOException {
        return send(post(path, cookies) + ZIPPED
                + "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: "
                + form.length() + "\r\n\r\n" + form);
    }

    /** A form with a file. */
    Reply post(String path, String cookies, String type, byte[] form) throws IOException {
        String head = post(path, cookies) + "Content-Type: " + type + "\r\nContent-Length: " + form.length + "\r\n\r\n";
        return send(head.getBytes(ISO_8859_1), form);
    }

    /** What a script sends, to read what comes back. */
    Reply postPlain(String path, String cookies) throws IOException {
        return send(post(path, cookies) + "Content-Length: 0\r\n\r\n");
    }

    private String post(String path, String cookies) {
        return "POST " + path + " HTTP/1.1\r\n" + head(cookies) + "Sec-Fetch-Site: same-origin\r\n";
    }

    private String head(String cookies) {
        return "Host: localhost:" + port + "\r\nAccept-Language: ja\r\n"
                + (cookies.isEmpty() ? "" : "Cookie: " + cookies + "\r\n");
    }

    private Reply send(String request) throws IOException {
        return send(request.getBytes(ISO_8859_1), new byte[0]);
    }

    private Reply send(byte[] request, byte[] body) throws IOException {
        if (socket == null) {
            socket = new Socket(InetAddress.getLoopbackAddress(), port);
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(LONGEST_WAIT_MILLIS);
            in = new BufferedInputStream(socket.getInputStream(), 32 * 1024);
        }
        socket.getOutputStream().write(request);
        socket.getOutputStream().write(body);
        Reply reply = read(Objects.requireNonNull(in));
        if (reply.header("Connection").filter("close"::equalsIgnoreCase).isPresent()) {
            close();
        }
        return reply;
    }

    private static Reply read(InputStream in) throws IOException {
        int[] bytes = {0};
        int status = Integer.parseInt(line(in, bytes).split(" ")[1]);
        List<String> headers = new ArrayList<>();
        for (String line = line(in, bytes); !line.isEmpty(); line = line(in, bytes)) {
            headers.add(line);
        }
        Reply head = new Reply(status, headers, new byte[0], 0);
        byte[] body;
        if (head.header("Transfer-Encoding").isPresent()) {
            body = chunks(in, bytes);
        } else {
            int length = head.header("Content-Length").map(Integer::parseInt).orElse(0);
            body = in.readNBytes(length);
            bytes[0] += length;
        }
        return new Reply(status, headers, body, bytes[0]);
    }

    private static byte[] chunks(InputStream in, int[] bytes) throws IOException {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        while (true) {
            int length = Integer.parseInt(line(in, bytes).split(";")[0].strip(), 16);
            whole.writeBytes(in.readNBytes(length));
            bytes[0] += length;
            line(in, bytes);
            if (length == 0) {
                return whole.toByteArray();
            }
        }
    }

    private static String line(InputStream in, int[] bytes) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException("The portal hung up");
            }
            bytes[0]++;
            line.append((char) next);
        }
        bytes[0]++;
        return line.toString().stripTrailing();
    }

    @Override
    public void close() throws IOException {
        if (socket != null) {
            socket.close();
            socket = null;
        }
    }
}
