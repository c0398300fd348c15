package io.indago.client;

import java.util.function.Consumer;

/** Tells a person where to confirm a login. On standard error: the output may be a result's. */
record DevicePrompt(Terminal terminal) implements Consumer<DeviceCode> {

    @Override
    public void accept(DeviceCode code) {
        String minutes = code.life().toMinutes() + " minutes";
        if (code.completePage().isPresent()) {
            terminal.tell("To log in, open this page, and confirm if it shows the code " + code.userCode() + ":");
            terminal.tell("  " + code.completePage().get());
            terminal.tell("Or type the code at " + code.page() + ". It is good for " + minutes + ".");
        } else {
            terminal.tell("To log in, type the code " + code.userCode() + " at this page:");
            terminal.tell("  " + code.page());
            terminal.tell("It is good for " + minutes + ".");
        }
    }
}
