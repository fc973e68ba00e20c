package jp.kenpo.portal.journey;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What keeps {@code bin/run} from starting is said in one clear line. */
class RunScriptIT {

    @TempDir
    Path folder;

    @Test
    void thePortIsTaken() throws Exception {
        try (ServerSocket taken = new ServerSocket(0)) {
            String port = Integer.toString(taken.getLocalPort());
            assertThat(run("--port", port, "--data", folder.toString()))
                    .isEqualTo("bin/run: port " + port + " is taken; choose another with --port\n");
        }
    }

    @Test
    void thePortIsNone() throws Exception {
        assertThat(run("--port", "http")).isEqualTo("bin/run: a port is a number from 1 to 65535, not http\n");
    }

    @Test
    void theDataFolderCannotBeWritten() throws Exception {
        Path file = Files.createFile(folder.resolve("file"));
        assertThat(run("--port", "59999", "--data", file.toString()))
                .isEqualTo("bin/run: cannot write to " + file + "\n");
    }

    @Test
    void javaIsTooOld() throws Exception {
        Path java = Files.createDirectories(folder.resolve("bin")).resolve("java");
        Files.writeString(java, "#!/bin/sh\necho 'openjdk version \"11.0.2\" 2019-01-15' >&2\n");
        Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwxr-xr-x"));
        ProcessBuilder command = new ProcessBuilder("bin/run");
        command.environment().put("JAVA_HOME", folder.toString());
        assertThat(output(command)).isEqualTo("bin/run: needs a JDK 17 or later; " + java + " is 11.0.2\n");
    }

    private static String run(String... arguments) throws IOException, InterruptedException {
        ProcessBuilder command = new ProcessBuilder("bin/run");
        command.command().addAll(List.of(arguments));
        return output(command);
    }

    private static String output(ProcessBuilder command) throws IOException, InterruptedException {
        Process process = command.redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor()).isEqualTo(1);
        return said;
    }
}
