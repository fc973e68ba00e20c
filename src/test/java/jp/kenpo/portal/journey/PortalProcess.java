package jp.kenpo.portal.journey;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import jp.kenpo.portal.container.Await;

/** A portal on a server of its own. */
public final class PortalProcess implements AutoCloseable {

    /** Twenty seconds on an idle machine; a busy one took five times as long. */
    private static final Duration LONGEST_START = Duration.ofSeconds(400);

    /** The environment's name for the database. */
    private static final String DATABASE = "PORTAL_DB_URL";

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
        return start(PortalServer.PAYARA_MICRO, port, data, Map.of());
    }

    /** The same with a database of one's own instead of the one in the data folder. */
    static PortalProcess start(Path data, String database) {
        return start(PortalServer.PAYARA_MICRO, data, database);
    }

    /** The same, with a clock that can be moved. */
    static PortalProcess start(Path data, String database, PortalTime time) {
        Map<String, String> environment = new HashMap<>(time.environment());
        environment.put(DATABASE, database);
        return start(PortalServer.PAYARA_MICRO_WITH_CLOCK, data, environment);
    }

    /** The same on any of the servers. */
    static PortalProcess start(PortalServer server, Path data) {
        return start(server, freePort(), data, Map.of());
    }

    /** The same again, with a database of one's own. */
    static PortalProcess start(PortalServer server, Path data, String database) {
        return start(server, freePort(), data, Map.of(DATABASE, database));
    }

    /** The same, told more by its environment. */
    public static PortalProcess start(PortalServer server, Path data, Map<String, String> environment) {
        return start(server, freePort(), data, environment);
    }

    /** The same on a port of one's own, as whoever starts it again wants it. */
    public static PortalProcess start(PortalServer server, int port, Path data, Map<String, String> environment) {
        try {
            Files.createDirectories(data);
            // To a file, since WildFly never stops talking and nobody listens later.
            Path output = data.resolve("output.log");
            ProcessBuilder command = server.command(port, data);
            command.environment().putAll(environment);
            Process process = command.redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            PortalProcess portal = new PortalProcess(process, port, data);
            portal.awaitReady(server, output);
            return portal;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void awaitReady(PortalServer server, Path output) {
        try {
            Await.until("start of the portal, see " + output, LONGEST_START, () -> {
                String said = read(output);
                if (server.hasGivenUp(said) || !process.isAlive()) {
                    throw new IllegalStateException("The portal did not start: " + said);
                }
                return server.isReady(said);
            });
        } catch (AssertionError | IllegalStateException failed) {
            close();
            throw failed;
        }
    }

    private static String read(Path output) {
        try {
            // Not readString, which fails where the last letter is not yet whole.
            return new String(Files.readAllBytes(output), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public int port() {
        return port;
    }

    Path data() {
        return data;
    }

    /** What whoever started it reads. */
    String output() {
        return read(data.resolve("output.log"));
    }

    /** What the server has told so far. */
    String log() {
        return read(data.resolve("portal.log"));
    }

    /** The first demo insurer. */
    public String demo() {
        return "http://localhost:" + port;
    }

    /** The second demo insurer. */
    String sakura() {
        return "http://sakura.localhost:" + port;
    }

    /** The server itself, which a script started. */
    public long serverPid() {
        return process.descendants()
                .filter(one -> one.info()
                        .command()
                        .filter(command -> command.endsWith("java"))
                        .isPresent())
                .mapToLong(ProcessHandle::pid)
                .findFirst()
                .orElseThrow();
    }

    /** The most memory that the server ever had at a time (proc(5), VmHWM). */
    long mostMegabytes() {
        return process.descendants()
                .mapToLong(server -> kilobytes(Path.of("/proc", Long.toString(server.pid()), "status")) / 1024)
                .max()
                .orElseThrow();
    }

    private static long kilobytes(Path status) {
        return read(status)
                .lines()
                .filter(line -> line.startsWith("VmHWM:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
                .sum();
    }

    /** As if the disk were full: nothing can be written behind the first few pages of any file. */
    void letNoFileGrow() {
        limitFiles("16384:");
    }

    void letFilesGrow() {
        limitFiles("unlimited:");
    }

    private void limitFiles(String bytes) {
        Stream.concat(Stream.of(process.toHandle()), process.descendants()).forEach(one -> {
            try {
                int failed = new ProcessBuilder("prlimit", "--pid", Long.toString(one.pid()), "--fsize=" + bytes)
                        .inheritIO()
                        .start()
                        .waitFor();
                if (failed != 0) {
                    throw new IllegalStateException("prlimit ended with " + failed);
                }
            } catch (IOException | InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    /** Ends script and server at once, as a power failure would. */
    public void kill() {
        List<ProcessHandle> servers = process.descendants().toList();
        servers.forEach(ProcessHandle::destroyForcibly);
        // They hold port and database until they are gone; the script buries them, so it must outlive them.
        servers.forEach(server -> server.onExit().join());
        process.destroyForcibly();
        process.onExit().join();
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
