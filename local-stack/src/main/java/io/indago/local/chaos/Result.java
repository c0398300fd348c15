package io.indago.local.chaos;

import java.time.Duration;

/** What came of one scenario. */
public record Result(String scenario, long seed, Verdict verdict, Duration took) {}
