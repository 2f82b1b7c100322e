package io.steelyard.cli;

import java.time.Duration;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// Reads how long ago something was: `30d`, `12h`, `90m`, `45s`; several parts such as `1d12h` too, as MLflow writes
/// them.
final class Age implements ITypeConverter<Duration> {
    @Override
    public Duration convert(String text) {
        String iso = text.strip().toUpperCase(Locale.ROOT);
        if (!iso.matches("(\\d{1,6}D)?(\\d{1,6}H)?(\\d{1,6}M)?(\\d{1,9}S)?") || iso.isEmpty()) {
            throw new TypeConversionException("'" + text + "' is no time such as 30d, 12h, 1d12h, 90m or 45s");
        }
        int days = iso.indexOf('D') + 1;
        return Duration.parse("P" + iso.substring(0, days) + (days == iso.length() ? "" : "T" + iso.substring(days)));
    }
}
