package jp.kenpo.portal.guesses;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

/**
 * Where a request came from, as far as one sender can be told from another: an IPv4 address, or the first 64 bits of
 * an IPv6 address, since whoever has one has all that begin like it (RFC 6177).
 */
public record NetworkAddress(String value) {

    /**
     * Reads what the server says of a request.
     *
     * @param literal an address, never a name; what is no address is taken as it is
     */
    public static NetworkAddress of(String literal) {
        // A host name would be looked up.
        if (!literal.matches("[0-9A-Fa-f:.%]+") || !literal.contains(":")) {
            return new NetworkAddress(literal);
        }
        try {
            InetAddress address = InetAddress.getByName(literal);
            return new NetworkAddress(
                    address instanceof Inet6Address
                            ? InetAddress.getByAddress(network(address.getAddress()))
                                            .getHostAddress() + "/64"
                            : address.getHostAddress());
        } catch (UnknownHostException noAddress) {
            return new NetworkAddress(literal);
        }
    }

    private static byte[] network(byte[] address) {
        byte[] network = address.clone();
        Arrays.fill(network, 8, 16, (byte) 0);
        return network;
    }
}
