package io.indago.hub.deployment;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPath;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathFactory;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

/** What the poms say of versions and of the hub's image. */
final class HubPom {
    private static final String JIB = "/project/build/plugins/plugin[artifactId='jib-maven-plugin']/configuration/";

    private final Document hub;
    private final Document root;

    private HubPom(Document hub, Document root) {
        this.hub = hub;
        this.root = root;
    }

    static HubPom read() throws Exception {
        return new HubPom(parse(Compose.CHECKOUT.resolve("hub/pom.xml")), parse(Compose.CHECKOUT.resolve("pom.xml")));
    }

    private static Document parse(Path pom) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(pom.toFile());
    }

    String version() throws Exception {
        return text(root, "/project/version");
    }

    String property(String name) throws Exception {
        return text(root, "/project/properties/*[name()='" + name + "']");
    }

    String imageName() throws Exception {
        return text(hub, "/project/properties/image.name").replace("${project.version}", version());
    }

    String baseImage() throws Exception {
        return text(hub, "/project/properties/image.base");
    }

    String user() throws Exception {
        return text(hub, JIB + "container/user");
    }

    List<String> jvmFlags() throws Exception {
        NodeList flags = (NodeList) xpath().evaluate(JIB + "container/jvmFlags/jvmFlag", hub, XPathConstants.NODESET);
        return IntStream.range(0, flags.getLength())
                .mapToObj(index -> flags.item(index).getTextContent())
                .toList();
    }

    private static String text(Document pom, String expression) throws Exception {
        return xpath().evaluate(expression, pom);
    }

    private static XPath xpath() {
        return XPathFactory.newInstance().newXPath();
    }
}
