package io.indago.client;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The saved login. Nobody but its owner may read the file, and it appears whole or not at all. */
record SessionFile(Path path) implements SessionStore {
    private static final Set<PosixFilePermission> OTHERS = EnumSet.of(
            PosixFilePermission.GROUP_READ,
            PosixFilePermission.GROUP_WRITE,
            PosixFilePermission.OTHERS_READ,
            PosixFilePermission.OTHERS_WRITE);

    /** Where the XDG base directory specification wants it; there, a relative folder counts as none. */
    static SessionFile of(Map<String, String> environment) {
        Path home = Path.of(environment.getOrDefault("HOME", System.getProperty("user.home")));
        Path configured = Path.of(environment.getOrDefault("XDG_CONFIG_HOME", ""));
        Path configuration = configured.isAbsolute() ? configured : home.resolve(".config");
        return new SessionFile(configuration.resolve("indago").resolve("session.json"));
    }

    Optional<Session> read() throws LoginException {
        try {
            if (!Files.exists(path)) {
                return Optional.empty();
            }
            if (isPosix() && Files.getPosixFilePermissions(path).stream().anyMatch(OTHERS::contains)) {
                throw new LoginException("The saved login " + path
                        + " is open to other users: './indago logout' removes it, 'chmod 600' trusts it again");
            }
            return Optional.of(ClientJson.parse(Files.readString(path), Session.class));
        } catch (NoSuchFileException deleted) {
            return Optional.empty();
        } catch (IOException unreadable) {
            throw new LoginException(
                    "The saved login " + path + " can't be read; './indago logout' removes it", unreadable);
        }
    }

    void write(Session session) throws LoginException {
        try {
            Path folder = createFolder();
            Path draft = Files.createTempFile(folder, "session", ".draft", privately("rw-------"));
            Files.writeString(draft, ClientJson.write(session));
            Files.move(draft, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException unwritable) {
            throw new LoginException("The login can't be saved in " + path + " (" + unwritable + ")", unwritable);
        }
    }

    /** @return whether there was one */
    boolean delete() throws LoginException {
        try {
            return Files.deleteIfExists(path);
        } catch (IOException undeletable) {
            throw new LoginException("The saved login " + path + " can't be removed", undeletable);
        }
    }

    @Override
    public Session change(Change change) throws ClientException, InterruptedException {
        try (FileChannel lock = FileChannel.open(
                createFolder().resolve("session.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            lock.lock();
            Session saved = read().orElseThrow(() -> new LoginException("You have logged out meanwhile"));
            Session changed = change.of(saved);
            if (!changed.equals(saved)) {
                write(changed);
            }
            return changed;
        } catch (IOException unlockable) {
            throw new LoginException("The saved login " + path + " can't be locked (" + unlockable + ")", unlockable);
        }
    }

    private Path createFolder() throws IOException {
        Path folder = path.toAbsolutePath().getParent();
        if (Files.isDirectory(folder)) {
            return folder;
        }
        Files.createDirectories(folder.getParent());
        return Files.createDirectories(folder, privately("rwx------"));
    }

    private static FileAttribute<?>[] privately(String permissions) {
        return isPosix()
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }

    private static boolean isPosix() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    }
}
