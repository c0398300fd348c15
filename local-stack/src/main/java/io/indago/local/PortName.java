package io.indago.local;

/** Every port of the stack: who wants it, where it is by default, and which variable moves it. */
public enum PortName {
    HUB("the hub", 8080, "INDAGO_HUB_PORT"),
    MANAGEMENT("the hub's health and metrics", 8081, "INDAGO_MANAGEMENT_PORT"),
    KEYCLOAK("Keycloak", 8180, "INDAGO_KEYCLOAK_PORT"),
    POSTGRES("PostgreSQL", 15432, "INDAGO_POSTGRES_PORT"),
    KAFKA("Kafka", 19092, "INDAGO_KAFKA_PORT"),
    /** Always the port after Kafka's when the ports come from the environment. */
    KAFKA_CONTROLLER("Kafka's controller (Kafka's port + 1)", 19093, "INDAGO_KAFKA_PORT"),
    SANDBOX("the sandbox", 18090, "INDAGO_SANDBOX_PORT");

    private final String owner;
    private final int defaultPort;
    private final String variable;

    PortName(String owner, int defaultPort, String variable) {
        this.owner = owner;
        this.defaultPort = defaultPort;
        this.variable = variable;
    }

    String owner() {
        return owner;
    }

    int defaultPort() {
        return defaultPort;
    }

    String variable() {
        return variable;
    }
}
