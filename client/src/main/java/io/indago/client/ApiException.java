package io.indago.client;

/** The hub answered that it can't or won't do what it was asked. */
public final class ApiException extends ClientException {
    private static final long serialVersionUID = 1;

    private final transient Problem problem;

    ApiException(Problem problem) {
        super(sentence(problem));
        this.problem = problem;
    }

    public Problem problem() {
        return problem;
    }

    private static String sentence(Problem problem) {
        if (!problem.detail().isEmpty()) {
            return problem.detail();
        }
        return problem.title().isEmpty() ? "HTTP " + problem.status() + " without an explanation" : problem.title();
    }
}
