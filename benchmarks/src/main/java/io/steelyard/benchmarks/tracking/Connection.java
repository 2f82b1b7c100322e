package io.steelyard.benchmarks.tracking;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// One HTTP connection that is kept open, on a plain socket: a generator of load shares the machine with the servers
/// and has to cost as little as it can. Used by one thread.
final class Connection implements AutoCloseable {
    private static final int TIMEOUT_MILLIS = 180_000;

    private final URI server;
    private Socket socket;
    private byte[] buffer = new byte[16_384];
    private int start;
    private int end;

    private Connection(URI server, Socket socket) {
        this.server = server;
        this.socket = socket;
    }

    static Connection open(URI server) throws IOException {
        return new Connection(server, connect(server));
    }

    private static Socket connect(URI server) throws IOException {
        Socket socket = new Socket();
        try {
            socket.connect(new InetSocketAddress(server.getHost(), server.getPort()), TIMEOUT_MILLIS);
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(TIMEOUT_MILLIS);
        } catch (IOException e) {
            socket.close();
            throw e;
        }
        return socket;
    }

    /// Makes the bytes of a request.
    ///
    /// @param body a JSON text; empty for none
    byte[] request(String method, String path, String body) {
        byte[] content = body.getBytes(StandardCharsets.UTF_8);
        String head = method + " " + path + " HTTP/1.1\r\nHost: " + server.getAuthority()
                + "\r\nContent-Type: application/json\r\n" + "Content-Length: " + content.length + "\r\n\r\n";
        byte[] first = head.getBytes(StandardCharsets.ISO_8859_1);
        byte[] all = Arrays.copyOf(first, first.length + content.length);
        System.arraycopy(content, 0, all, first.length, content.length);
        return all;
    }

    /// Sends a request and waits for its whole answer.
    ///
    /// @param request bytes of [#request]
    /// @return the answer's body
    /// @throws IOException where the status is not 200, with the answer's words
    byte[] send(byte[] request) throws IOException {
        start = 0;
        end = 0;
        try {
            socket.getOutputStream().write(request);
            fill();
        } catch (EOFException | SocketException e) {
            // Servers may close what they kept open, and MLflow's ends workers that are slow: a client then comes
            // again.
            socket.close();
            socket = connect(server);
            socket.getOutputStream().write(request);
        }
        int status = Integer.parseInt(line().split(" ", 3)[1]);
        int length = -1;
        boolean chunked = false;
        for (String header = line(); !header.isEmpty(); header = line()) {
            int colon = header.indexOf(':');
            String name = header.substring(0, colon);
            if (name.equalsIgnoreCase("Content-Length")) {
                length = Integer.parseInt(header.substring(colon + 1).strip());
            } else if (name.equalsIgnoreCase("Transfer-Encoding")) {
                chunked = header.substring(colon + 1).strip().equalsIgnoreCase("chunked");
            }
        }
        byte[] body = chunked ? chunks() : take(Math.max(length, 0));
        if (status != 200) {
            throw new IOException("status " + status + ": " + new String(body, StandardCharsets.UTF_8));
        }
        return body;
    }

    private byte[] chunks() throws IOException {
        byte[] all = new byte[0];
        while (true) {
            int size = Integer.parseInt(line().split(";", 2)[0].strip(), 16);
            byte[] chunk = take(size);
            line();
            if (size == 0) {
                return all;
            }
            int before = all.length;
            all = Arrays.copyOf(all, before + size);
            System.arraycopy(chunk, 0, all, before, size);
        }
    }

    private String line() throws IOException {
        int scanned = start;
        while (true) {
            for (; scanned < end; scanned++) {
                if (buffer[scanned] == '\n') {
                    int last = scanned > start && buffer[scanned - 1] == '\r' ? scanned - 1 : scanned;
                    String line = new String(buffer, start, last - start, StandardCharsets.ISO_8859_1);
                    start = scanned + 1;
                    return line;
                }
            }
            fill();
        }
    }

    private byte[] take(int count) throws IOException {
        while (end - start < count) {
            fill();
        }
        byte[] taken = Arrays.copyOfRange(buffer, start, start + count);
        start += count;
        return taken;
    }

    private void fill() throws IOException {
        if (end == buffer.length) {
            buffer = Arrays.copyOf(buffer, buffer.length * 2);
        }
        int read = socket.getInputStream().read(buffer, end, buffer.length - end);
        if (read < 0) {
            throw new EOFException(server + " closed the connection in the middle of an answer");
        }
        end += read;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
