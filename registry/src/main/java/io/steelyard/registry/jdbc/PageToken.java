package io.steelyard.registry.jdbc;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.steelyard.registry.RegistryException;
import io.steelyard.tracking.search.OrderBy;
import io.steelyard.tracking.search.SearchRow;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;

/// Where a page begins: behind the row with these values, so that a far page costs no more than the first. It holds the
/// order too, for with another one it would mean nothing.
final class PageToken {
    private static final String BETWEEN = ",";

    private PageToken() {}

    static String of(List<OrderBy> order, SearchRow last) {
        String values = order.stream()
                .map(by -> URLEncoder.encode(value(by, last), UTF_8))
                .collect(Collectors.joining(BETWEEN));
        return Base64.getUrlEncoder().withoutPadding().encodeToString((name(order) + BETWEEN + values).getBytes(UTF_8));
    }

    private static String value(OrderBy by, SearchRow row) {
        return switch (by.field().type()) {
            case TEXT, ID -> String.valueOf(row.sortText(by));
            case NUMBER -> {
                Double number = row.sortNumber(by);
                yield Long.toString(number == null ? 0 : number.longValue());
            }
        };
    }

    /// @return the values of the row, one for each field of the order
    static List<String> read(String token, List<OrderBy> order) {
        try {
            List<String> parts =
                    Arrays.asList(new String(Base64.getUrlDecoder().decode(token), UTF_8).split(BETWEEN, -1));
            if (parts.size() == order.size() + 1 && parts.getFirst().equals(name(order))) {
                List<String> values = parts.subList(1, parts.size()).stream()
                        .map(part -> URLDecoder.decode(part, UTF_8))
                        .toList();
                for (int i = 0; i < values.size(); i++) {
                    check(order.get(i), values.get(i));
                }
                return values;
            }
        } catch (IllegalArgumentException e) {
            throw RegistryException.invalid("Invalid page token, could not base64-decode");
        }
        throw RegistryException.invalid("Invalid page token: it is not of a search with this order");
    }

    private static void check(OrderBy by, String value) {
        switch (by.field().type()) {
            case TEXT, ID -> {}
            case NUMBER -> Long.parseLong(value);
        }
    }

    private static String name(List<OrderBy> order) {
        return order.stream().map(by -> by.field().key() + " " + by.direction()).collect(Collectors.joining(" "));
    }
}
