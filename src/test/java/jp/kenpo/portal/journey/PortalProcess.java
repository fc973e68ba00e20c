package jp.kenpo.portal.journey;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A portal started by {@code bin/run}, as whoever tries it out starts it. */
final class PortalProcess implements AutoCloseable {

    private final Process process;
    private final int port;
    private final Path data;

    private PortalProcess(Process process, int port, Path data) {
        this.process = process;
        this.port = port;
        this.data = data;
    }

    /** Starts a portal on a free port and waits until it says that it is ready. */
    static PortalProcess start(Path data) {
        return start(freePort(), data);
    }

    static PortalProcess start(int port, Path data) {
        return start(port, data, Map.of());
    }

    /** The same with a database of one's own instead of the one in the data folder. */
    static PortalProcess start(Path data, String database) {
        return start(freePort(), data, Map.of("PORTAL_DB_URL", database));
    }

    private static PortalProcess start(int port, Path data, Map<String, String> environment) {
        try {
            Files.createDirectories(data);
            ProcessBuilder run =
                    new ProcessBuilder("bin/run", "--port", Integer.toString(port), "--data", data.toString());
            run.environment().putAll(environment);
            Process process = run.redirectErrorStream(true).start();
            awaitReady(process);
            return new PortalProcess(process, port, data);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void awaitReady(Process process) throws IOException {
        BufferedReader output = process.inputReader();
        List<String> said = new ArrayList<>();
        String line = output.readLine();
        while (line != null && !line.startsWith("ready: ")) {
            said.add(line);
            line = output.readLine();
        }
        if (line == null) {
            throw new IllegalStateException("The portal did not start: " + said);
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int port() {
        return port;
    }

    Path data() {
        return data;
    }

    /** The first demo insurer. */
    String demo() {
        return "http://localhost:" + port;
    }

    /** The second demo insurer. */
    String sakura() {
        return "http://sakura.localhost:" + port;
    }

    /** Ends script and server at once, as a power failure would. */
    void kill() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        process.onExit().join();
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
