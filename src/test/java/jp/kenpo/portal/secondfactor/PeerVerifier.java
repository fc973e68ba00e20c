package jp.kenpo.portal.secondfactor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * SimpleWebAuthn, which was written by others in another language, as a second opinion.
 *
 * @param folder where its judge stands, installed
 */
record PeerVerifier(Path folder) {

    private static final JsonMapper JSON = JsonMapper.shared();

    /** One verdict for each case, in their order: {@code accepted} with what was read, or {@code why} not. */
    List<JsonNode> judge(List<JsonNode> cases) {
        try {
            Path asked = folder.resolve("cases.jsonl");
            Path answered = folder.resolve("verdicts.jsonl");
            Files.write(asked, cases.stream().map(JsonNode::toString).toList());
            Process judge = new ProcessBuilder("node", "judge.mjs", asked.toString(), answered.toString())
                    .directory(folder.toFile())
                    .inheritIO()
                    .start();
            if (judge.waitFor() != 0) {
                throw new IllegalStateException("judge.mjs ended with " + judge.exitValue());
            }
            return Files.readAllLines(answered).stream().map(JSON::readTree).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
