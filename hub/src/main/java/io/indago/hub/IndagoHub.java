package io.indago.hub;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Starts the hub. */
@SpringBootApplication
@ConfigurationPropertiesScan
@EnableScheduling
public class IndagoHub {

    public static void main(String[] arguments) {
        SpringApplication.run(IndagoHub.class, arguments);
    }
}
