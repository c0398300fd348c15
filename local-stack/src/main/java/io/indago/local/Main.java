package io.indago.local;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/** Entry point of the launcher script, which hands over one plain word. */
public final class Main {

    private Main() {}

    public static void main(String[] arguments) {
        System.exit(run(arguments.length == 1 ? arguments[0] : "", System.getenv(), System.out));
    }

    private static int run(String word, Map<String, String> environment, PrintStream out) {
        Checkout checkout = Checkout.find();
        Path state = Path.of(environment.getOrDefault(
                "INDAGO_STATE", checkout.root().resolve(".indago").toString()));
        try {
            return switch (word) {
                case "up" -> new Up(checkout, state, environment, out).run();
                case "down" -> new Down(state, out).run();
                case "status" -> new Status(state, environment, out).run();
                default ->
                    throw new LocalStackException("The local stack knows up, down and status, not '" + word + "'.");
            };
        } catch (RuntimeException e) {
            out.println(sentence(e, state));
            return 1;
        }
    }

    private static String sentence(Throwable problem, Path state) {
        for (Throwable cause = problem; cause != null; cause = cause.getCause()) {
            if (cause instanceof LocalStackException) {
                return cause.getMessage();
            }
            if (cause instanceof IOException && isDiskFull(cause)) {
                return "The disk with " + state + " is full: make room and start again (logs: " + state.resolve("logs")
                        + ").";
            }
        }
        problem.printStackTrace();
        return "That should not have happened: " + problem;
    }

    private static boolean isDiskFull(Throwable problem) {
        String message = String.valueOf(problem.getMessage()).toLowerCase(Locale.ROOT);
        return message.contains("no space left") || message.contains("quota exceeded");
    }
}
