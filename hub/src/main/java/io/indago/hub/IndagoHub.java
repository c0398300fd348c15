package io.indago.hub;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Starts the hub. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class IndagoHub {

    public static void main(String[] arguments) {
        SpringApplication.run(IndagoHub.class, arguments);
    }
}
