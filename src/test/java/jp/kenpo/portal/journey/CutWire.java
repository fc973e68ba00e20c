package jp.kenpo.portal.journey;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** The wire between a portal and its database, which can be cut after so many answers of the database, and mended. */
final class CutWire implements AutoCloseable {

    private static final int NEVER = Integer.MAX_VALUE;

    private final int database;
    private final ServerSocket listener;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final AtomicInteger answersLeft = new AtomicInteger(NEVER);

    /** To the database that listens on a port of this machine. */
    CutWire(int database) {
        this.database = database;
        try {
            listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        daemon(this::listen);
    }

    int port() {
        return listener.getLocalPort();
    }

    /** Lets so many answers pass; with the next one every connection ends, and no other is taken. */
    void cutAfter(int answers) {
        answersLeft.set(answers);
    }

    boolean isCut() {
        return answersLeft.get() < 0;
    }

    void mend() {
        answersLeft.set(NEVER);
    }

    private void listen() {
        while (!listener.isClosed()) {
            try {
                join(listener.accept());
            } catch (IOException closed) {
                // By the portal, the database, or the end of the test.
            }
        }
    }

    private void join(Socket portal) throws IOException {
        if (isCut()) {
            portal.close();
            return;
        }
        Socket server = new Socket(InetAddress.getLoopbackAddress(), database);
        open.add(portal);
        open.add(server);
        daemon(() -> carry(portal, server, false));
        daemon(() -> carry(server, portal, true));
    }

    private void carry(Socket from, Socket to, boolean answers) {
        byte[] some = new byte[64 * 1024];
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int length = in.read(some); length >= 0; length = in.read(some)) {
                if (answers && answersLeft.get() != NEVER && answersLeft.decrementAndGet() < 0) {
                    cut();
                    return;
                }
                out.write(some, 0, length);
            }
        } catch (IOException closed) {
            // By either side, or cut.
        } finally {
            open.remove(from);
            open.remove(to);
        }
    }

    private void cut() {
        for (Socket socket : open) {
            try {
                socket.close();
            } catch (IOException alreadyClosed) {
                // So be it.
            }
        }
    }

    private static void daemon(Runnable task) {
        Thread thread = new Thread(task, "wire");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() {
        try {
            listener.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        cut();
    }
}
