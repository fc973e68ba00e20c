package jp.kenpo.portal.journey;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.List;
import java.util.Map;

/** What a script said, and how it ended. */
record ScriptRun(int status, String said) {

    /** Runs {@code bin/check-audit} with no other settings than these. */
    static ScriptRun checkAudit(Map<String, String> settings, String... arguments) throws Exception {
        ProcessBuilder command = new ProcessBuilder("bin/check-audit");
        command.command().addAll(List.of(arguments));
        command.environment().keySet().removeIf(name -> name.startsWith("PORTAL_"));
        command.environment().putAll(settings);
        return of(command);
    }

    private static ScriptRun of(ProcessBuilder command) throws IOException, InterruptedException {
        Process process = command.redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), UTF_8);
        return new ScriptRun(process.waitFor(), said);
    }
}
