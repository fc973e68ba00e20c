package jp.kenpo.portal.bench;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.runner.BenchmarkList;
import org.openjdk.jmh.runner.BenchmarkListEntry;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.format.OutputFormatFactory;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Measures single functions, each in a process of its own; prints a line for each and writes all of them as JSON. */
final class Micro {

    private static final int WARM_UPS = 4;
    private static final TimeValue WARM_UP = TimeValue.milliseconds(800);
    private static final int ITERATIONS = 6;
    private static final TimeValue ITERATION = TimeValue.milliseconds(300);

    /** What is measured, and with what. */
    record Figures(String date, String machine, List<Function> functions) {}

    /**
     * One function.
     *
     * @param micros the mean
     * @param error half the width of the interval in which the mean is with 99.9 %
     * @param least of the iterations' means: the nearest to what it takes where others use the machine meanwhile
     * @param bytes given out for one call
     */
    record Function(String name, double micros, double error, double least, double bytes) {}

    private Micro() {}

    /** @param arguments the file for the figures, then what {@link #chosen} takes */
    public static void main(String... arguments) throws Exception {
        Path file = Path.of(arguments[0]);
        List<String> names;
        try {
            names = chosen(Arrays.copyOfRange(arguments, 1, arguments.length));
        } catch (IllegalArgumentException e) {
            System.err.println("bin/bench: " + e.getMessage());
            System.exit(2);
            return;
        }
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        out.printf(Locale.ROOT, "%-40s %12s %10s %12s %12s%n", "", "µs", "±", "least µs", "bytes");
        List<Function> functions = new ArrayList<>();
        for (String name : names) {
            Function function = measure(name);
            out.printf(
                    Locale.ROOT,
                    "%-40s %12.3f %10.3f %12.3f %12.0f%n",
                    function.name(),
                    function.micros(),
                    function.error(),
                    function.least(),
                    function.bytes());
            functions.add(function);
        }
        JsonMapper json =
                JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
        Files.createDirectories(file.toAbsolutePath().getParent());
        json.writeValue(file.toFile(), new Figures(LocalDate.now().toString(), Bench.machine(), functions));
        out.println("written to " + file);
    }

    /**
     * The full names of what is to be measured.
     *
     * @param arguments nothing, for all, or a regular expression for a part of the names as they are printed
     * @throws IllegalArgumentException with the usage, where that is not understood or finds none
     */
    static List<String> chosen(String... arguments) {
        String wanted = String.join(" ", arguments);
        String misunderstood = "--micro " + wanted + "? " + Options.USAGE;
        if (arguments.length > 1) {
            throw new IllegalArgumentException(misunderstood);
        }
        List<String> names;
        try {
            Pattern pattern = Pattern.compile(wanted);
            names = all().stream()
                    .filter(name -> pattern.matcher(shortName(name)).find())
                    .toList();
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(misunderstood, e);
        }
        if (names.isEmpty()) {
            throw new IllegalArgumentException(misunderstood);
        }
        return names;
    }

    /** As it is printed, such as {@code PasswordHash.verification}. */
    static String shortName(String name) {
        return name.replaceFirst(".*\\.([^.]+)Benchmark\\.", "$1.");
    }

    private static List<String> all() {
        Set<BenchmarkListEntry> entries = BenchmarkList.defaultList()
                .getAll(OutputFormatFactory.createFormatInstance(System.out, VerboseMode.SILENT), List.of());
        return entries.stream().map(BenchmarkListEntry::getUsername).toList();
    }

    private static Function measure(String name) throws RunnerException {
        var run = new Runner(new OptionsBuilder()
                        .include("^" + Pattern.quote(name) + "$")
                        .mode(Mode.AverageTime)
                        .timeUnit(TimeUnit.MICROSECONDS)
                        .forks(1)
                        // Else a busy machine measures what is not compiled yet.
                        .jvmArgsAppend("-XX:-BackgroundCompilation")
                        .warmupIterations(WARM_UPS)
                        .warmupTime(WARM_UP)
                        .measurementIterations(ITERATIONS)
                        .measurementTime(ITERATION)
                        .addProfiler(GCProfiler.class)
                        .shouldFailOnError(true)
                        .verbosity(VerboseMode.SILENT)
                        .build())
                .runSingle();
        Result<?> time = run.getPrimaryResult();
        double bytes = Optional.ofNullable(run.getSecondaryResults().get("gc.alloc.rate.norm"))
                .orElseThrow()
                .getScore();
        return new Function(
                shortName(name),
                time.getScore(),
                time.getScoreError(),
                time.getStatistics().getMin(),
                bytes);
    }
}
