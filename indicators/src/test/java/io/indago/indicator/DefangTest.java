package io.indago.indicator;

import static io.indago.indicator.Parsing.parse;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DefangTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "https://evil.com|hxxps[://]evil[.]com/",
                "http://www.evil.com:8080/a.b?c.d|hxxp[://]www[.]evil[.]com:8080/a.b?c.d",
                "ftp://203.0.114.9/|fxp[://]203[.]0[.]114[.]9/",
                "wss://evil.com/|wss[://]evil[.]com/",
                "http://[2606:4700::1]/|hxxp[://][2606:4700::1]/",
                "http://u:p@evil.com/?token=x|hxxp[://]evil[.]com/",
                "http://evil.com/a.|<hxxp[://]evil[.]com/a.>",
                "http://evil.com/?|<hxxp[://]evil[.]com/?>",
                "http://evil.com/a[.]b|hxxp[://]evil[.]com/a%5B.]b",
                "http://bücher.de/|hxxp[://]xn--bcher-kva[.]de/",
                "www.evil.com|www[.]evil[.]com",
                "localhost|localhost",
                "203.0.114.9|203[.]0[.]114[.]9",
                "2001:db8::1|2001[:]db8[:][:]1",
                "::|[:][:]",
                "203.0.114.0/24|203[.]0[.]114[.]0/24",
                "2606:4700::/32|2606[:]4700[:][:]/32",
                "jane.doe@evil.com|jane[.]doe[@]evil[.]com",
                "CVE-2021-44228|CVE-2021-44228",
                "AS13335|AS13335",
                "::ffff:8.8.8.8|[:][:]ffff[:]8[.]8[.]8[.]8",
                "44d88612fea8a8f36de82e1278abb02f|44d88612fea8a8f36de82e1278abb02f",
            })
    void writesSoThatNobodyClicksAndTheParserReadsItBack(String text, String defanged) {
        ParsedIndicator parsed = parse(text);

        assertThat(Defang.defang(parsed)).isEqualTo(defanged);
        assertThat(parse(defanged).value()).isEqualTo(parsed.lookupValue());
    }
}
