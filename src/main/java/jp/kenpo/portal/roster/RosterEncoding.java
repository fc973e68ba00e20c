package jp.kenpo.portal.roster;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.OptionalLong;
import jp.kenpo.portal.roster.RosterFile.Source;

/** In which of the two ways a roster's letters are written, as the whole file shows: no byte of it may be amiss. */
enum RosterEncoding {
    UTF_8(StandardCharsets.UTF_8),
    /** Microsoft's Shift_JIS, with the letters that insurers' systems have of it (IANA: Windows-31J). */
    WINDOWS_31J(Charset.forName("windows-31j"));

    private static final int PIECE = 1 << 16;

    private final Charset charset;

    RosterEncoding(Charset charset) {
        this.charset = charset;
    }

    Charset charset() {
        return charset;
    }

    /** Empty where the file is in neither. UTF-8 first: hardly any text in the other looks like it by chance. */
    static Optional<RosterEncoding> of(Source file) throws IOException {
        for (RosterEncoding encoding : values()) {
            if (encoding.firstLineAmiss(file).isEmpty()) {
                return Optional.of(encoding);
            }
        }
        return Optional.empty();
    }

    /** The first line that has a byte that cannot be read so, the first being 1; empty where there is none. */
    OptionalLong firstLineAmiss(Source file) throws IOException {
        CharsetDecoder decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer bytes = ByteBuffer.allocate(PIECE);
        CharBuffer letters = CharBuffer.allocate(PIECE);
        long line = 1;
        try (InputStream in = file.open()) {
            boolean over = false;
            while (!over) {
                int read = in.read(bytes.array(), bytes.position(), bytes.remaining());
                over = read < 0;
                bytes.position(bytes.position() + Math.max(read, 0)).flip();
                CoderResult result = decoder.decode(bytes, letters, over);
                line += letters.flip().chars().filter(letter -> letter == '\n').count();
                if (result.isError()) {
                    return OptionalLong.of(line);
                }
                letters.clear();
                bytes.compact();
            }
        }
        return OptionalLong.empty();
    }
}
