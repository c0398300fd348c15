/**
 * Tests a plugin on the real host without sockets: {@link io.indago.testkit.ProviderContractTest} and
 * {@link io.indago.testkit.ConnectorContractTest} for what every provider and connector must do,
 * {@link io.indago.testkit.DescriptorContractTest} for a provider that is described in YAML,
 * {@link io.indago.testkit.FixtureHost} for anything else. Replies are recorded in {@code src/test/resources/fixtures/},
 * scrubbed of keys: bodies alone, or the files of a hub whose provider has {@code mode: record}. {@link io.indago.testkit.SandboxAnswers} are those the plugin brings for the sandbox.
 *
 * <p>A plugin's project needs two dependencies: {@code indago-plugin-api} with scope {@code provided}, and
 * {@code indago-testkit} with scope {@code test}, which brings JUnit and AssertJ along. Its jar's manifest says
 * {@code Indago-Api-Version: 1.2}, and its {@code META-INF/services/io.indago.spi.Plugin} names the plugin:
 *
 * <pre>{@code
 * public class ExamplePlugin implements Plugin {
 *     @Override
 *     public List<ProviderFactory> providers() {
 *         return List.of(new ExampleFactory());
 *     }
 *
 *     @Override
 *     public List<ConnectorFactory> connectors() {
 *         return List.of(new ExampleConnectorFactory());
 *     }
 * }
 *
 * class ExampleFactory implements ProviderFactory {
 *     @Override
 *     public ProviderSpec spec() {
 *         return ProviderSpec.builder("example", "Example")
 *                 .homepage("https://www.example.com/")
 *                 .types(IndicatorType.IPV4)
 *                 .hosts("api.example.com")
 *                 .config(Setting.secret("api-key", "The key of your account").required())
 *                 .reliability(Reliability.C, "an example")
 *                 .build();
 *     }
 *
 *     @Override
 *     public Provider create(PluginConfig config, PluginContext context) {
 *         Secret key = config.secret("api-key");
 *         return (indicator, lookup) -> Step.call(
 *                 HttpCall.get("https://api.example.com/ip", indicator.value()).header("key", key).noDataOn(404),
 *                 reply -> {
 *                     long score = reply.json().integerAt("/score", -1);
 *                     if (score < 0 || score > 100) {
 *                         throw ProviderException.of(ErrorKind.BAD_REPLY, "no score of 0 to 100 in the reply");
 *                     }
 *                     return Step.done(Report.hit("scored " + score).opinion((int) score, 80).build());
 *                 });
 *     }
 * }
 *
 * class ExampleConnectorFactory implements ConnectorFactory {
 *     @Override
 *     public ConnectorSpec spec() {
 *         return ConnectorSpec.builder("example-tip", "Example TIP")
 *                 .homepage("https://www.example.com/")
 *                 .types(IndicatorType.IPV4)
 *                 .hosts("tip.example.com")
 *                 .config(Setting.secret("api-key", "The key of your account").required())
 *                 .build();
 *     }
 *
 *     @Override
 *     public Connector create(PluginConfig config, PluginContext context) {
 *         Secret key = config.secret("api-key");
 *         return (enrichment, push) -> Step.call(call("search", "value=" + enrichment.indicator().value(), key), found -> {
 *             String known = text(found, "/found");
 *             String event = enrichment.indicator().value() + " tlp:" + enrichment.tlp().label().toLowerCase(Locale.ROOT);
 *             return known.isEmpty()
 *                     ? Step.call(call("events", event, key), made -> Step.done(Delivery.created(text(made, "/id"))))
 *                     : Step.done(Delivery.unchanged(known));
 *         });
 *     }
 *
 *     private static HttpCall call(String what, String text, Secret key) {
 *         return HttpCall.post("https://tip.example.com", what).form(Map.of("text", text)).header("key", key);
 *     }
 *
 *     private static String text(HttpReply reply, String pointer) {
 *         return reply.json().at(pointer).text().orElseThrow(() -> ProviderException.of(
 *                 ErrorKind.BAD_REPLY, "Example TIP: " + reply.json().textAt("/error", "no " + pointer + " in its reply")));
 *     }
 * }
 * }</pre>
 */
@NullMarked
package io.indago.testkit;

import org.jspecify.annotations.NullMarked;
