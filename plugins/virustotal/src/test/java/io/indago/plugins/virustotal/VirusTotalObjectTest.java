package io.indago.plugins.virustotal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.indago.spi.Indicator;
import io.indago.spi.IndicatorType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VirusTotalObjectTest {

    @ParameterizedTest
    @CsvSource({
        "IPV4, 203.0.114.9, ip_addresses, 203.0.114.9, ip-address/203.0.114.9",
        "IPV6, 2620:fe::fe, ip_addresses, 2620:fe::fe, ip-address/2620:fe::fe",
        "DOMAIN, example.org, domains, example.org, domain/example.org",
        "FQDN, www.example.org, domains, www.example.org, domain/www.example.org",
        "URL, http://a.example/, urls, aHR0cDovL2EuZXhhbXBsZS8, url/aHR0cDovL2EuZXhhbXBsZS8",
        "URL, http://a.example/??>, urls, aHR0cDovL2EuZXhhbXBsZS8_Pz4, url/aHR0cDovL2EuZXhhbXBsZS8_Pz4",
        "MD5, 44d88612fea8a8f36de82e1278abb02f, files, 44d88612fea8a8f36de82e1278abb02f, "
                + "file/44d88612fea8a8f36de82e1278abb02f"
    })
    void isWhereVirusTotalKeepsIt(IndicatorType type, String value, String collection, String id, String page) {
        VirusTotalObject object = VirusTotalObject.of(Indicator.of(type, value));
        assertThat(object.collection()).isEqualTo(collection);
        assertThat(object.id()).isEqualTo(id);
        assertThat(object.permalink()).hasToString("https://www.virustotal.com/gui/" + page);
    }

    @Test
    void refusesTypesTheProviderDoesNotDeclare() {
        assertThatThrownBy(() -> VirusTotalObject.of(Indicator.of(IndicatorType.SHA512, "0".repeat(128))))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
