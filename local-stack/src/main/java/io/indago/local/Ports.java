package io.indago.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One port on 127.0.0.1 for every {@link PortName}. */
public final class Ports {

    private final Map<PortName, Integer> ports;

    private Ports(Map<PortName, Integer> ports) {
        this.ports = new EnumMap<>(ports);
    }

    /** Ports that nobody listens on at this moment. */
    public static Ports free() {
        Map<PortName, Integer> ports = new EnumMap<>(PortName.class);
        List<ServerSocket> held = new ArrayList<>();
        try {
            for (PortName name : PortName.values()) {
                ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                held.add(socket);
                ports.put(name, socket.getLocalPort());
            }
            for (ServerSocket socket : held) {
                socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Ports(ports);
    }

    /** The documented ports, where the environment says nothing else. */
    static Ports from(Map<String, String> environment) {
        Map<PortName, Integer> ports = new EnumMap<>(PortName.class);
        for (PortName name : PortName.values()) {
            ports.put(name, port(name, environment));
        }
        if (environment.containsKey(PortName.KAFKA.variable())) {
            ports.put(PortName.KAFKA_CONTROLLER, ports.get(PortName.KAFKA) + 1);
        }
        rejectDuplicates(ports);
        return new Ports(ports);
    }

    public int of(PortName name) {
        return ports.get(name);
    }

    void requireFree() {
        for (PortName name : PortName.values()) {
            if (isTaken(of(name))) {
                throw new LocalStackException("Port " + of(name) + ", which " + name.owner()
                        + " wants, is taken by another program: stop that, or choose another port with "
                        + name.variable() + ".");
            }
        }
    }

    private static int port(PortName name, Map<String, String> environment) {
        String text = environment.getOrDefault(name.variable(), Integer.toString(name.defaultPort()));
        if (!text.matches("\\d{1,5}") || Integer.parseInt(text) < 1 || Integer.parseInt(text) > 65_534) {
            throw new LocalStackException(
                    name.variable() + " is '" + text + "', but a port is a number from 1 to 65534.");
        }
        return Integer.parseInt(text);
    }

    private static void rejectDuplicates(Map<PortName, Integer> ports) {
        Map<Integer, PortName> owners = new HashMap<>();
        ports.forEach((name, port) -> {
            PortName other = owners.putIfAbsent(port, name);
            if (other != null) {
                throw new LocalStackException("Port " + port + " is meant for both " + other.owner() + " and "
                        + name.owner() + ": change " + other.variable() + " or " + name.variable() + ".");
            }
        });
    }

    private static boolean isTaken(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            // a port whose last owner stopped a moment ago is free again
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return false;
        } catch (IOException e) {
            return true;
        }
    }
}
