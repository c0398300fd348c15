package io.indago.host;

/** Is told which providers and connectors come and go. Called on threads that may wait, one call at a time. */
public interface RosterListener {

    /** It can be used from the moment this returns: it is new, or takes the place of another of that id. */
    void coming(HostedExtension extension);

    /** Nobody has that id any more, and all its work is over. */
    void gone(String id);

    /** All of a look into the folder has happened; never called for one that changed nothing. */
    void changed(RosterChange change);
}
