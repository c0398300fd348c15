package io.indago.hub.selfcheck;

import io.indago.hub.config.IndagoProperties;
import io.indago.routes.api.SelfCheckDocument.Finding;
import java.util.List;
import java.util.stream.Stream;

/** Whether passwords and tokens, and the hub's own secrets, travel in clear. */
final class AddressCheck implements Check {
    private final IndagoProperties settings;

    AddressCheck(IndagoProperties settings) {
        this.settings = settings;
    }

    @Override
    public List<Finding> findings() {
        Address issuer = Address.of(settings.security().issuerUri());
        if (issuer.isExposed()) {
            return List.of(Finding.warning(
                    "issuer-in-clear",
                    "people log in at " + issuer + ", where passwords and tokens travel in clear: put TLS in front of"
                            + " Keycloak and say https in indago.security.issuer-uri"));
        }
        return Stream.of(settings.realm(), settings.security().keys())
                .map(Address::of)
                .filter(Address::isExposed)
                .findFirst()
                .map(inside -> List.of(Finding.note(
                        "keycloak-in-clear",
                        "the hub itself reaches Keycloak at " + inside + ", in clear: good in a network of their own"
                                + " alone")))
                .orElse(List.of());
    }
}
